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
import org.groundwork.count.Candidate.Kind;

/**
 * The candidates of a file that need not declare them: those it declares, in that order, then those only named on papers, in
 * the order of their names, so that the order of the papers changes nothing.
 */
final class Nominated {
  /** A mark, so far, for all candidates on one rank. */
  static final int ALL = Ballots.MOST_CANDIDATES + 1;

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Set<Integer> withdrawn = new HashSet<>();
  private int declared;
  private int last;
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

  /** Whether somebody was declared or named. */
  boolean knows(String token) { return find(token) != null; }

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

  /** The number, so far, of the write-ins, which come after all others; 0 if there are too many. */
  int last(String name) {
    if (last == 0 && !full()) {
      names.add(name);
      last = names.size();
    }
    return last;
  }

  /** Withdraws a candidate; false if there is none. */
  boolean withdraw(String id) {
    Integer there = find(id);
    return there != null && (withdrawn.contains(there) || withdrawn.add(there));
  }

  /** Gives the candidates their numbers. */
  void settle() {
    numbers = new int[names.size() + 1];
    List<Integer> order = IntStream.rangeClosed(1, names.size())
        .boxed()
        .sorted(Comparator.comparing((Integer number) -> number == last)
            .thenComparing(number -> number > declared)
            .thenComparing(number -> number > declared ? names.get(number - 1) : "")
            .thenComparing(number -> number))
        .toList();
    for (int at = 0; at < order.size(); at++) {
      numbers[order.get(at)] = at + 1;
    }
  }

  /** All, in the order of the numbers they were given. */
  List<Candidate> all() {
    var all = new Candidate[names.size()];
    for (int number = 1; number <= all.length; number++) {
      int given = numbers[number];
      all[given - 1] = new Candidate(given, names.get(number - 1), kind(number));
    }
    return List.of(all);
  }

  private Kind kind(int number) {
    return withdrawn.contains(number) ? Kind.WITHDRAWN : number == last ? Kind.WRITE_INS : Kind.STANDING;
  }

  /** The papers with the numbers that were given; {@link #ALL} becomes all candidates on one rank. */
  Ballots renumber(Ballots read) {
    var settled = Ballots.Builder.of(read.size(), read.start(read.size()));
    for (int paper = 0; paper < read.size(); paper++) {
      for (int at = read.start(paper); at < read.start(paper + 1); at++) {
        mark(read.mark(at), settled);
      }
      settled.paper(read.weight(paper));
    }
    return settled.build();
  }

  private void mark(int mark, Ballots.Builder settled) {
    if (mark == 0) {
      settled.skip();
    } else if (mark < 0) {
      settled.same(numbers[-mark]);
    } else if (mark < ALL) {
      settled.rank(numbers[mark]);
    } else {
      settled.rank(1);
      for (int number = 2; number <= names.size(); number++) {
        settled.same(number);
      }
    }
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
