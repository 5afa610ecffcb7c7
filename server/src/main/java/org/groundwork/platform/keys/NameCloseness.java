// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.List;
import java.util.OptionalInt;

/**
 * How close a name is to what was typed, once the name is open: to put the best first and drop those that merely share
 * a token.
 */
public final class NameCloseness {

  private static final int BY_CONSONANTS = 2;

  private final List<String> asked;

  /** @param text what was typed */
  public NameCloseness(String text) {
    this.asked = NameFolding.asked(text).stream().toList();
  }

  /**
   * The edits by which the typed words differ from the name's nearest words, added up; 0 is an exact find. Words that
   * differ only in vowels count as two edits.
   *
   * @return empty if a typed word of more than one letter is not within what {@link NameTokens#forgiving} forgives
   */
  public OptionalInt to(String name) {
    List<String> words = NameFolding.stored(name);
    int sum = 0;
    for (int i = 0; i < asked.size(); i++) {
      OptionalInt nearest = nearest(asked.get(i), i == asked.size() - 1, words);
      if (nearest.isEmpty() && (asked.get(i).length() > 1 || asked.size() == 1))
        return OptionalInt.empty();
      sum += nearest.orElse(0);
    }
    return asked.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sum);
  }

  private static OptionalInt nearest(String asked, boolean last, List<String> words) {
    return words.stream()
        .map(w -> between(asked, last, w))
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .min();
  }

  private static OptionalInt between(String asked, boolean last, String word) {
    if (last && asked.length() >= WordForms.SHORTEST_PREFIX && word.startsWith(asked))
      return OptionalInt.of(0);
    int edits = edits(asked, word);
    if (edits <= Math.max(WordForms.edits(asked), Math.min(1, WordForms.edits(word))))
      return OptionalInt.of(edits);
    String bones = WordForms.skeleton(asked);
    return !bones.isEmpty() && bones.equals(WordForms.skeleton(word))
        ? OptionalInt.of(BY_CONSONANTS)
        : OptionalInt.empty();
  }

  /** Optimal string alignment: a letter more, fewer or other, or two neighbours swapped, is one edit. */
  static int edits(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++)
      for (int j = 0; j <= b.length(); j++)
        table[i][j] = i == 0 || j == 0 ? i + j : cell(table, a, b, i, j);
    return table[a.length()][b.length()];
  }

  private static int cell(int[][] table, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
