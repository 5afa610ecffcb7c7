// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groundwork.count.Ballots;
import org.groundwork.count.Candidate;
import org.groundwork.count.Candidate.Kind;

/**
 * The candidates of a file that need not declare them: those it declares, in that order, then those only named on papers, in
 * the order of their names, so that the order of the papers changes nothing.
 */
final class Nominated {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<Integer, Kind> kinds = new HashMap<>();
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

  /** Gives a declared candidate another name, by which papers may call it. */
  void alsoCalled(String other, String name) {
    byId.put(other, byId.get(name));
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
      kinds.put(last, Kind.WRITE_INS);
    }
    return last;
  }

  /** Says what a candidate is; false if there is none. */
  boolean is(String id, Kind kind) {
    Integer there = find(id);
    if (there != null) {
      kinds.put(there, kind);
    }
    return there != null;
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
      all[given - 1] = new Candidate(given, names.get(number - 1), kinds.getOrDefault(number, Kind.STANDING));
    }
    return List.of(all);
  }

  /** The papers with the numbers that were given. */
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
    } else if (mark == Ballots.UNKNOWN_OVERVOTE) {
      settled.overvote();
    } else {
      settled.rank(numbers[mark]);
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
