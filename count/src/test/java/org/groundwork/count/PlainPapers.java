// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import org.groundwork.count.Round.Purpose;

/** What plain counts share: papers one by one as they read for a rule, and equal votes told apart stage by stage. */
final class PlainPapers {
  private PlainPapers() {}

  /** One list of choices for each paper that has any; it ends at several on a rank, and with {@code strict} at a skip. */
  static List<List<Integer>> read(Election election, boolean strict) {
    var papers = new ArrayList<List<Integer>>();
    for (int line = 0; line < election.ballots().size(); line++) {
      List<Integer> choices = choices(election.ballots().ranks(line), strict);
      for (int paper = 0; paper < election.ballots().weight(line) && !choices.isEmpty(); paper++) {
        papers.add(choices);
      }
    }
    return papers;
  }

  private static List<Integer> choices(List<List<Integer>> ranks, boolean strict) {
    var seen = new HashSet<Integer>();
    var choices = new ArrayList<Integer>();
    for (List<Integer> rank : ranks) {
      List<Integer> fresh = rank.stream().filter(each -> !seen.contains(each)).toList();
      if (fresh.size() > 1 || (strict && rank.isEmpty())) {
        break;
      }
      seen.addAll(fresh);
      choices.addAll(fresh);
    }
    return choices;
  }

  /** Tells equal candidates apart: by the last stage at which they differed, going on among the rest, then by lot. */
  static final class Ties {
    private final Lots lots;
    private final boolean looksBack;
    private int draws;

    Ties(Lots lots, boolean looksBack) {
      this.lots = lots;
      this.looksBack = looksBack;
    }

    /** The first of some by an order of votes, which is asked of the votes now and then of each stage before. */
    <V> int first(Purpose purpose, List<Integer> some, IntFunction<V> now, List<? extends IntFunction<V>> before,
        Comparator<V> order) {
      List<Integer> left = first(some, now, order);
      for (int stage = before.size() - 1; stage >= 0 && looksBack; stage--) {
        left = first(left, before.get(stage), order);
      }
      return left.size() == 1 ? left.getFirst() : lots.order(++draws, purpose, left).getFirst();
    }

    private static <V> List<Integer> first(List<Integer> some, IntFunction<V> votes, Comparator<V> order) {
      V best = some.stream().map(votes::apply).min(order).orElseThrow();
      return some.stream().filter(each -> order.compare(votes.apply(each), best) == 0).toList();
    }
  }
}
