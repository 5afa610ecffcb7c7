// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/** How many different people a name is likely to be, judged from how common its words are among all people. */
final class NameFrequency {
  /** As if so many further people were known who share no word: keeps small registers from panic. */
  private static final int PRIOR = 1000;

  private final Lists words;
  private final int[] counts;
  private long people = PRIOR;

  /**
   * Counts words.
   *
   * @param words of each person's name
   * @param bearers for each name how many unrelated groups of sites it signs in, which is about how many people bear it
   */
  NameFrequency(Lists words, int[] bearers) {
    this.words = words;
    int most = 0;
    for (int word : words.values()) {
      most = Math.max(most, word + 1);
    }
    counts = new int[most];
    for (int person = 0; person < bearers.length; person++) {
      people += bearers[person];
      for (int i = words.start(person); i < words.end(person); i++) {
        counts[words.values()[i]] += bearers[person];
      }
    }
  }

  /** Expected namesakes per thousand: other people with this name by chance. */
  long namesakesPerMille(int person) {
    long expected = people * 1000;
    for (int i = words.start(person); i < words.end(person); i++) {
      expected = expected * counts[words.values()[i]] / people;
    }
    return expected;
  }
}
