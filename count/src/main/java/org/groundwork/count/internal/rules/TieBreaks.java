// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.count.Lots;
import org.groundwork.count.Round.Purpose;
import org.groundwork.count.Round.Tie;
import org.groundwork.count.Rule.Ties;

/** Tells candidates with equal votes apart by the stages before, then by lot, and writes down how. */
final class TieBreaks {
  private final Ties rule;
  private final Lots lots;
  private final Standing standing;
  private int draws;

  TieBreaks(Ties rule, Lots lots, Standing standing) {
    this.rule = rule;
    this.lots = lots;
    this.standing = standing;
  }

  /** The one of some who has the most votes. */
  int most(List<Integer> some, Purpose purpose) {
    return pick(some, purpose, 1);
  }

  /** The one of some who has the fewest votes. */
  int fewest(List<Integer> some, Purpose purpose) {
    return pick(some, purpose, -1);
  }

  /**
   * Elects the first of some candidates, best first, who are equal, as many as there are seats: all of them by number if
   * there are enough, else those whom the lot puts first.
   */
  void elect(List<Integer> equal, int seats) {
    if (equal.size() <= seats) {
      equal.forEach(standing::elect);
      return;
    }
    List<Integer> order = lots.order(++draws, Purpose.ELECTION, equal);
    decided(new Tie(equal, Purpose.ELECTION, Optional.empty(), order));
    order.stream().limit(seats).forEach(standing::elect);
  }

  private int pick(List<Integer> some, Purpose purpose, int sign) {
    List<Integer> tied = best(some, standing.history().size(), sign);
    if (tied.size() == 1) {
      return tied.getFirst();
    }
    List<Integer> left = tied;
    int stages = standing.history().size();
    boolean looksBack = rule != Ties.LOT && !standing.wereAlwaysEqual(tied);
    for (int turn = 1; turn <= stages && looksBack; turn++) {
      int stage = rule == Ties.LAST_DIFFERENCE ? stages - turn : turn - 1;
      left = best(left, stage, sign);
      if (left.size() == 1) {
        return decided(new Tie(tied, purpose, Optional.of(stage + 1), first(left, tied)));
      }
    }
    List<Integer> drawn = lots.order(++draws, purpose, left);
    return decided(new Tie(tied, purpose, Optional.empty(), first(drawn, tied)));
  }

  private int decided(Tie tie) {
    standing.decided(tie);
    return tie.order().getFirst();
  }

  /** Those of some who had the most, or the fewest, after a stage; at the index behind the last, those who have now. */
  private List<Integer> best(List<Integer> some, int stage, int sign) {
    List<long[]> history = standing.history();
    long best = some.stream().mapToLong(each -> sign * had(history, stage, each)).max().orElseThrow();
    return some.stream().filter(each -> sign * had(history, stage, each) == best).toList();
  }

  private long had(List<long[]> history, int stage, int candidate) {
    return stage == history.size() ? standing.of(candidate) : history.get(stage)[candidate];
  }

  private static List<Integer> first(List<Integer> ahead, List<Integer> all) {
    var order = new ArrayList<>(ahead);
    all.stream().filter(each -> !ahead.contains(each)).forEach(order::add);
    return order;
  }
}
