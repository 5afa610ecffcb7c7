// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Purpose;
import org.groundwork.count.Round.Transfer;
import org.groundwork.count.Rule;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.Rankings;

/**
 * The lowest go out until somebody has more than half of what still counts; with several seats until as many are left.
 */
public final class InstantRunOffCount {
  private final Rule.InstantRunOff rule;
  private final int seats;
  private final Rankings rankings;
  private final Standing standing;
  private final Piles piles;
  private final TieBreaks ties;
  /** The majority by which somebody was elected, when papers were moved on after that. */
  private OptionalLong reached = OptionalLong.empty();

  private InstantRunOffCount(Election election, Rule.InstantRunOff rule, Lots lots) {
    this.rule = rule;
    seats = election.seats();
    rankings = Rankings.of(election, rule.marks());
    standing = new Standing(election, 0, rankings.papers().valid());
    piles = new Piles(rankings, standing);
    ties = new TieBreaks(rule.ties(), lots, standing);
    if (rule.toTheEnd()) {
      standing.letElectedReceive();
    }
  }

  /** Counts. */
  public static Outcome of(Election election, Rule.InstantRunOff rule, Lots lots) {
    var count = new InstantRunOffCount(election, rule, lots);
    count.run();
    return new Outcome(election, rule, lots, count.rankings.papers(), count.standing.elected(),
        count.standing.rounds());
  }

  private void run() {
    List<Transfer> dealt = piles.deal();
    electIfDone();
    standing.stage(new Event.First(), needed(), dealt);
    while (goesOn()) {
      exclude();
    }
  }

  private boolean goesOn() {
    int continuing = standing.continuing().size();
    return rankings.papers().valid() > 0
        && (standing.elected().isEmpty() ? continuing > 0 : rule.toTheEnd() && continuing > 1);
  }

  private Optional<Votes> needed() { return seats > 1 ? Optional.empty() : Optional.of(standing.votes(majority())); }

  private long majority() {
    if (reached.isPresent()) {
      return reached.getAsLong();
    }
    long counting = rankings.papers().valid() - (rule.fixed() ? 0 : standing.exhausted());
    return counting / 2 + 1;
  }

  private void electIfDone() {
    List<Integer> eligible = standing.eligible();
    if (!standing.writtenIn().isEmpty() || !standing.elected().isEmpty()) {
      return;
    }
    if (eligible.size() <= seats) {
      eligible.stream()
          .sorted(
              Comparator.comparingLong((Integer each) -> -standing.of(each)).thenComparing(Comparator.naturalOrder()))
          .forEach(standing::elect);
    } else if (seats == 1) {
      electMajority(eligible);
    }
  }

  private void electMajority(List<Integer> eligible) {
    long majority = majority();
    if (standing.continuing().size() == 2 && rankings.papers().valid() > 0) {
      standing.elect(ties.most(eligible, Purpose.ELECTION));
    } else {
      eligible.stream().filter(each -> standing.of(each) >= majority).findFirst().ifPresent(standing::elect);
    }
    reached = standing.elected().isEmpty() ? OptionalLong.empty() : OptionalLong.of(majority);
  }

  private void exclude() {
    List<Integer> writtenIn = standing.writtenIn();
    List<Integer> together = rule.bulk() && writtenIn.isEmpty() ? outTogether() : writtenIn;
    List<Integer> out = together.size() > 1 || !writtenIn.isEmpty()
        ? together
        : List.of(ties.fewest(standing.continuing(), Purpose.EXCLUSION));
    out.forEach(standing::exclude);
    var moved = new ArrayList<Transfer>();
    for (int candidate : out) {
      standing.clear(candidate);
      moved.addAll(piles.empty(candidate, value -> value));
    }
    electIfDone();
    standing.stage(new Event.Exclusion(out, out.size() > 1 && writtenIn.isEmpty()), needed(), moved);
  }

  /** The most of the lowest who, with all their votes, could not come level with the next above; enough stay. */
  private List<Integer> outTogether() {
    List<Integer> rising = standing.continuing().stream().sorted(Comparator.comparingLong(standing::of)).toList();
    int stay = rule.toTheEnd() && standing.elected().isEmpty() ? Math.max(2, seats) : seats;
    long below = 0;
    int out = 0;
    for (int at = 0; at + stay < rising.size(); at++) {
      below += standing.of(rising.get(at));
      if (below < standing.of(rising.get(at + 1))) {
        out = at + 1;
      }
    }
    return rising.subList(0, out);
  }
}
