// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Schulze's method by walking every path from everybody to everybody. */
final class PlainSchulze {
  /** A link: papers in its favour and against it; more in favour are stronger, then fewer against. */
  record Link(long favour, long against) {}

  private static final Comparator<Link> STRENGTH = Comparator.comparingLong(Link::favour)
      .thenComparing(Comparator.comparingLong(Link::against).reversed());

  private final int candidates;
  /** How many papers put the candidate of the row above that of the column, by number. */
  private final long[][] preferring;
  private final Map<List<Integer>, Optional<Link>> strongest = new HashMap<>();

  PlainSchulze(Election election) {
    candidates = election.candidates().size();
    preferring = new long[candidates + 1][candidates + 1];
    for (int line = 0; line < election.ballots().size(); line++) {
      List<List<Integer>> ranks = election.ballots().ranks(line);
      for (int one = 1; one <= candidates; one++) {
        for (int other = 1; other <= candidates; other++) {
          preferring[one][other] += rank(ranks, one) < rank(ranks, other) ? election.ballots().weight(line) : 0;
        }
      }
    }
  }

  /** Levels of candidates who are not told apart, the best first. */
  List<List<Integer>> levels() {
    var left = new ArrayList<>(IntStream.rangeClosed(1, candidates).boxed().toList());
    var levels = new ArrayList<List<Integer>>();
    while (!left.isEmpty()) {
      List<Integer> level = left.stream().filter(each -> left.stream().noneMatch(rival -> ahead(rival, each))).toList();
      levels.add(level);
      left.removeAll(level);
    }
    return levels;
  }

  boolean ahead(int one, int other) {
    if (one == other) {
      return false;
    }
    Optional<Link> there = strongest.computeIfAbsent(List.of(one, other), ends -> path(one, other, ends.subList(0, 1)));
    Optional<Link> back = strongest.computeIfAbsent(List.of(other, one), ends -> path(other, one, ends.subList(0, 1)));
    return there.isPresent() && (back.isEmpty() || STRENGTH.compare(there.get(), back.get()) > 0);
  }

  /** The strongest path that goes through nobody twice. */
  private Optional<Link> path(int from, int to, List<Integer> through) {
    Optional<Link> best = link(from, to);
    for (int next = 1; next <= candidates; next++) {
      Optional<Link> first = link(from, next);
      if (next == to || through.contains(next) || first.isEmpty()) {
        continue;
      }
      var longer = new ArrayList<>(through);
      longer.add(next);
      Optional<Link> rest = path(next, to, longer);
      if (rest.isPresent()) {
        Link weakest = STRENGTH.compare(first.get(), rest.get()) < 0 ? first.get() : rest.get();
        best = best.isPresent() && STRENGTH.compare(best.get(), weakest) >= 0 ? best : Optional.of(weakest);
      }
    }
    return best;
  }

  private Optional<Link> link(int from, int to) {
    var link = new Link(preferring(from, to), preferring(to, from));
    return link.favour() > link.against() ? Optional.of(link) : Optional.empty();
  }

  long preferring(int one, int other) { return preferring[one][other]; }

  private static int rank(List<List<Integer>> ranks, int candidate) {
    return IntStream.range(0, ranks.size())
        .filter(each -> ranks.get(each).contains(candidate))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
