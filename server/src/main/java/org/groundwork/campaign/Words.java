// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words that somebody looks for in a text, whatever its accents and capitals; the beginning of a word will do. */
record Words(List<String> words) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** The words of what somebody typed; punctuation is none. */
  static Words of(String typed) {
    return new Words(split(typed));
  }

  boolean isEmpty() { return words.isEmpty(); }

  /** Whether a text has them all. */
  boolean in(String text) {
    var there = split(text);
    return words.stream().allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)));
  }

  private static List<String> split(String text) {
    String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN.split(folded)).filter(word -> !word.isEmpty()).toList();
  }
}
