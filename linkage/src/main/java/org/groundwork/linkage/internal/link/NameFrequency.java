// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.HashMap;
import java.util.Map;

/** How many different people a name is likely to be, judged from how common its words are among all people. */
final class NameFrequency {
  /** As if so many further people were known who share no word: keeps small registers from panic. */
  private static final int PRIOR = 1000;

  private final Texts persons;
  private final Map<String, int[]> counts = new HashMap<>();
  private long people = PRIOR;

  /**
   * Counts words.
   *
   * @param bearers for each name how many unrelated groups of sites it signs in, which is about how many people bear it
   */
  NameFrequency(Texts persons, int[] bearers) {
    this.persons = persons;
    for (int i = 0; i < persons.size(); i++) {
      people += bearers[i];
      for (String word : persons.key(i).split(" ", -1)) {
        counts.computeIfAbsent(word, k -> new int[1])[0] += bearers[i];
      }
    }
  }

  /** Expected namesakes per thousand: other people with this name by chance. */
  long namesakesPerMille(int person) {
    long expected = people * 1000;
    for (String word : persons.key(person).split(" ", -1)) {
      int[] count = counts.get(word);
      expected = expected * (count == null ? 1 : count[0]) / people;
    }
    return expected;
  }
}
