// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.HashMap;
import java.util.Map;

/** The words of each person's name, numbered. */
final class PersonWords {
  private final Lists lists;

  PersonWords(Texts persons) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] starts = new int[persons.size() + 1];
    var values = new IntList(2 * persons.size());
    for (int i = 0; i < persons.size(); i++) {
      String key = persons.key(i);
      int from = 0;
      while (from < key.length()) {
        int space = key.indexOf(' ', from);
        int to = space < 0 ? key.length() : space;
        values.add(numbers.computeIfAbsent(key.substring(from, to), k -> numbers.size()));
        from = to + 1;
      }
      starts[i + 1] = values.size();
    }
    lists = new Lists(starts, values.toArray());
  }

  /** For each person the words. */
  Lists lists() { return lists; }
}
