// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;

/**
 * The candidates of an ABIF file: those declared, in the order of their lines, then those only named on papers, in the order
 * of their names, so that the order of the papers changes nothing.
 */
final class AbifCandidates {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Set<Integer> withdrawn = new HashSet<>();
  private int declared;
  private int[] numbers = new int[0];

  int size() { return names.size(); }

  boolean full() { return names.size() >= Ballots.MOST_CANDIDATES; }

  /** Takes a declared candidate; false if there are too many, or it is declared with another name. */
  boolean declare(String id, String name) {
    Integer there = byId.get(id);
    if (there != null) {
      return names.get(there - 1).equals(name);
    }
    if (full()) {
      return false;
    }
    add(id, name);
    declared = names.size();
    return true;
  }

  /** The number, so far, of who is named on a paper; 0 if there are too many. */
  int number(String token) {
    Integer there = find(token);
    if (there != null) {
      return there;
    }
    if (full()) {
      return 0;
    }
    add(token, token);
    return names.size();
  }

  /** Withdraws a candidate; false if there is none. */
  boolean withdraw(String id) {
    Integer there = find(id);
    return there != null && (withdrawn.contains(there) || withdrawn.add(there));
  }

  /** Gives the candidates their numbers, and tells for each number so far which it becomes. */
  int[] settle() {
    numbers = new int[names.size() + 1];
    List<Integer> implied = IntStream.rangeClosed(declared + 1, names.size())
        .boxed()
        .sorted(Comparator.comparing(number -> names.get(number - 1)))
        .toList();
    for (int number = 1; number <= declared; number++) {
      numbers[number] = number;
    }
    for (int at = 0; at < implied.size(); at++) {
      numbers[implied.get(at)] = declared + at + 1;
    }
    return numbers.clone();
  }

  /** All, in the order of the numbers they were given. */
  List<Candidate> all() {
    var all = new Candidate[names.size()];
    for (int number = 1; number <= all.length; number++) {
      int given = numbers[number];
      all[given - 1] = new Candidate(given, names.get(number - 1), withdrawn.contains(number));
    }
    return List.of(all);
  }

  private void add(String id, String name) {
    names.add(name);
    byId.put(id, names.size());
    byName.putIfAbsent(name, names.size());
  }

  private @org.jspecify.annotations.Nullable Integer find(String token) {
    Integer there = byId.get(token);
    return there != null ? there : byName.get(token);
  }
}
