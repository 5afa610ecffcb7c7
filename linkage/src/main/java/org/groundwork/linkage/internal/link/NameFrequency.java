// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.HashMap;
import java.util.Map;

/** How many different people a name is likely to be, judged from how common its words are among all names. */
final class NameFrequency {
  /** As if so many further names were known in which the words do not occur: keeps small registers from panic. */
  private static final int PRIOR = 1000;

  private final Texts persons;
  private final Map<String, int[]> counts = new HashMap<>();

  NameFrequency(Texts persons) {
    this.persons = persons;
    for (int i = 0; i < persons.size(); i++) {
      for (String word : persons.key(i).split(" ", -1)) {
        counts.computeIfAbsent(word, k -> new int[1])[0]++;
      }
    }
  }

  /** Expected namesakes per thousand: people with this name by chance. */
  long namesakesPerMille(int person) {
    long names = (long) persons.size() + PRIOR;
    long expected = names * 1000;
    for (String word : persons.key(person).split(" ", -1)) {
      int[] count = counts.get(word);
      expected = expected * (count == null ? 1 : count[0]) / names;
    }
    return expected;
  }
}
