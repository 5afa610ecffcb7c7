// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.LinkedHashSet;
import java.util.Set;

/** The forms of one folded word by which it is found: beginnings, letters left out, consonants. */
final class WordForms {

  /** The longest beginning that has a token; a longer one asked for is cut to it. */
  static final int LONGEST_PREFIX = 8;
  static final int SHORTEST_PREFIX = 2;

  /** Letters are left out of so much of the word; what follows cannot be told apart by deletions alone. */
  private static final int DELETION_WINDOW = 7;
  private static final int SHORTEST_WITH_DELETION = 4;
  private static final int SHORTEST_SKELETON = 3;

  private WordForms() {}

  static Set<String> prefixes(String word) {
    Set<String> prefixes = new LinkedHashSet<>();
    for (int n = SHORTEST_PREFIX; n <= Math.min(LONGEST_PREFIX, word.length()); n++)
      prefixes.add(word.substring(0, n));
    return prefixes;
  }

  /** How many edits a word of this length forgives: none up to 3 letters, one up to 7, two above. */
  static int edits(String word) {
    if (word.length() < SHORTEST_WITH_DELETION)
      return 0;
    return word.length() <= DELETION_WINDOW ? 1 : 2;
  }

  static String window(String word) { return word.substring(0, Math.min(DELETION_WINDOW, word.length())); }

  /** All words with exactly one letter fewer. */
  static Set<String> oneLeftOut(String word) {
    Set<String> shorter = new LinkedHashSet<>();
    for (int i = 0; i < word.length(); i++)
      shorter.add(word.substring(0, i) + word.substring(i + 1));
    return shorter;
  }

  static Set<String> twoLeftOut(String word) {
    Set<String> shorter = new LinkedHashSet<>();
    for (String one : oneLeftOut(word))
      shorter.addAll(oneLeftOut(one));
    return shorter;
  }

  /** The word's first letters with as many left out as it forgives, at most. */
  static Set<String> deletions(String word) {
    Set<String> all = new LinkedHashSet<>();
    String window = window(word);
    all.add(window);
    if (edits(word) >= 1)
      all.addAll(oneLeftOut(window));
    if (edits(word) >= 2)
      all.addAll(twoLeftOut(window));
    return all;
  }

  /**
   * Consonants without repeats, {@code y} and {@code w} only at the start; brings together what is written with and
   * without vowels, as {@code Mohamed}, {@code Muhammad} and Arabic's own spelling. Empty if fewer than three remain.
   */
  static String skeleton(String word) {
    var bones = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean silent = "aeiou".indexOf(c) >= 0 || (i > 0 && (c == 'y' || c == 'w'));
      if (!silent && (bones.isEmpty() || bones.charAt(bones.length() - 1) != c))
        bones.append(c);
    }
    return bones.length() < SHORTEST_SKELETON ? "" : bones.toString();
  }
}
