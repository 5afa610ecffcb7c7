// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
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

  /** The one of some who goes out, all of whom count as equal whatever they have now. */
  int fewestBefore(List<Integer> tied) {
    return tied.size() == 1 ? tied.getFirst() : apart(tied, Purpose.EXCLUSION, -1);
  }

  private int pick(List<Integer> some, Purpose purpose, int sign) {
    List<Integer> tied = best(some, standing::of, sign);
    return tied.size() == 1 ? tied.getFirst() : apart(tied, purpose, sign);
  }

  /** Tells some apart by what they had before, or by lot. */
  private int apart(List<Integer> tied, Purpose purpose, int sign) {
    List<Integer> left = tied;
    if (rule != Ties.LOT && !standing.wereAlwaysEqual(tied)) {
      for (Standing.Past past : before()) {
        left = best(left, each -> past.votes()[each], sign);
        if (left.size() == 1) {
          return decided(new Tie(tied, purpose, Optional.of(past.round()), first(left, tied)));
        }
      }
    }
    List<Integer> drawn = lots.order(++draws, purpose, left);
    return decided(new Tie(tied, purpose, Optional.empty(), first(drawn, tied)));
  }

  /** What is looked at, in order: each step from the first on, or the ends of rounds from the last back. */
  private List<Standing.Past> before() {
    List<Standing.Past> history = standing.history();
    return rule == Ties.FIRST_DIFFERENCE ? history : history.reversed().stream().filter(Standing.Past::last).toList();
  }

  private int decided(Tie tie) {
    standing.decided(tie);
    return tie.order().getFirst();
  }

  /** Those of some who have the most, or the fewest, of something. */
  private static List<Integer> best(List<Integer> some, IntToLongFunction votes, int sign) {
    long best = some.stream().mapToLong(each -> sign * votes.applyAsLong(each)).max().orElseThrow();
    return some.stream().filter(each -> sign * votes.applyAsLong(each) == best).toList();
  }

  private static List<Integer> first(List<Integer> ahead, List<Integer> all) {
    var order = new ArrayList<>(ahead);
    all.stream().filter(each -> !ahead.contains(each)).forEach(order::add);
    return order;
  }
}
