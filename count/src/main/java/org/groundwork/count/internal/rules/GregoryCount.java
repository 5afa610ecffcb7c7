// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Purpose;
import org.groundwork.count.Round.Transfer;
import org.groundwork.count.Rule;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.Exactly;
import org.groundwork.count.internal.Rankings;

/**
 * Single transferable vote with weighted inclusive transfers; the paragraphs are those of the Scottish Order, see
 * {@code docs/SPEC-count.md}.
 */
public final class GregoryCount {
  private final Election election;
  private final Rule.Gregory rule;
  private final Rankings rankings;
  private final Standing standing;
  private final Piles piles;
  private final TieBreaks ties;
  private final long quota;
  /** Elected, with a surplus that has not moved. */
  private final List<Integer> waiting = new ArrayList<>();

  private GregoryCount(Election election, Rule.Gregory rule, Lots lots) {
    this.election = election;
    this.rule = rule;
    rankings = Rankings.of(election, rule.marks());
    standing = new Standing(election, rule.decimals(), rankings.papers().valid());
    piles = new Piles(rankings, standing);
    ties = new TieBreaks(rule.ties(), lots, standing);
    quota = quota();
  }

  /** Counts. */
  public static Outcome of(Election election, Rule.Gregory rule, Lots lots) {
    var count = new GregoryCount(election, rule, lots);
    count.run();
    return new Outcome(election, rule, lots, count.rankings.papers(), count.standing.elected(),
        count.standing.rounds());
  }

  /** Rule 46. */
  private long quota() {
    long valid = rankings.papers().valid();
    long one = standing.one();
    return switch (rule.quota()) {
      case DROOP -> Math.multiplyExact(valid / (election.seats() + 1L) + 1, one);
      case DROOP_EXACT -> Math.multiplyExact(valid, one) / (election.seats() + 1L) + 1;
      case HARE -> Math.multiplyExact(Math.max(1, Math.ceilDiv(valid, election.seats())), one);
    };
  }

  private void run() {
    List<Transfer> dealt = piles.deal();
    electWhoHasEnough();
    electTheRestIfAllAreNeeded();
    standing.stage(new Event.First(), needed(), dealt);
    while (vacancies() > 0 && !standing.continuing().isEmpty() && rankings.papers().valid() > 0) {
      if (surplusMoves()) {
        moveSurplus();
      } else {
        exclude();
      }
    }
  }

  private Optional<Votes> needed() { return Optional.of(standing.votes(quota)); }

  private int vacancies() { return election.seats() - standing.elected().size(); }

  /** Rule 47: whoever has the quota is elected, the most votes first, equal ones by number. */
  private void electWhoHasEnough() {
    if (vacancies() == 0 || !standing.writtenIn().isEmpty()) {
      return;
    }
    List<Integer> enough = standing.eligible().stream().filter(each -> standing.of(each) >= quota).toList();
    switch (rule.elects()) {
      case ALL_AT_ONCE -> enough.stream()
          .sorted(
              Comparator.comparingLong((Integer each) -> -standing.of(each)).thenComparing(Comparator.naturalOrder()))
          .limit(vacancies())
          .forEach(this::elect);
      case ONE_A_STAGE -> {
        if (!enough.isEmpty()) {
          elect(ties.most(enough, Purpose.ELECTION));
        }
      }
    }
  }

  private void elect(int candidate) {
    standing.elect(candidate);
    boolean always = rule.surplus() == Rule.Surplus.TOGETHER || rule.elects() == Rule.Elects.ONE_A_STAGE;
    if (always || standing.of(candidate) > quota) {
      waiting.add(candidate);
    }
  }

  /** Rule 51: as many continue as there are seats left; those with the quota are elected before, in their order. */
  private boolean electTheRestIfAllAreNeeded() {
    List<Integer> eligible = standing.eligible();
    if (eligible.size() > vacancies() || !standing.writtenIn().isEmpty()) {
      return false;
    }
    eligible.forEach(standing::elect);
    return true;
  }

  private boolean surplusMoves() {
    if (waiting.isEmpty()) {
      return false;
    }
    return switch (rule.surplus()) {
      case LARGEST_FIRST, TOGETHER -> true;
      case WHEN_IT_MATTERS -> outTogether().isEmpty();
    };
  }

  /** Rules 48 and 49. */
  private void moveSurplus() {
    List<Integer> from = rule.surplus() == Rule.Surplus.TOGETHER
        ? List.copyOf(waiting)
        : List.of(ties.most(waiting, Purpose.SURPLUS));
    waiting.removeAll(from);
    long surplus = from.stream().mapToLong(each -> standing.of(each) - quota).sum();
    var moved = new ArrayList<Transfer>();
    for (int candidate : from) {
      long total = standing.of(candidate);
      long over = total - quota;
      standing.credit(candidate, -over);
      moved.addAll(piles.empty(candidate, value -> onward(value, over, total)));
    }
    electWhoHasEnough();
    electTheRestIfAllAreNeeded();
    standing.stage(new Event.Surplus(from, standing.votes(surplus)), needed(), moved);
  }

  /** Rule 48(3). */
  private long onward(long value, long surplus, long total) {
    return switch (rule.rounding()) {
      case ONCE -> Exactly.timesOver(surplus, value, total);
      case EACH_STEP -> {
        long product = Exactly.timesOver(surplus, value, standing.one());
        yield Exactly.timesOver(product, standing.one(), total);
      }
      case FRACTION_FIRST -> {
        long fraction = Exactly.timesOver(surplus, standing.one(), total);
        yield Exactly.timesOver(value, fraction, standing.one());
      }
    };
  }

  /** Rule 50. */
  private void exclude() {
    List<Integer> together = rule.bulk() && standing.writtenIn().isEmpty() ? outTogether() : List.of();
    List<Integer> out = together.size() > 1 ? together : lowest();
    out.forEach(standing::exclude);
    var moved = new ArrayList<Transfer>();
    if (rule.lastSeats() == Rule.LastSeats.AFTER_TRANSFER || !electTheRestIfAllAreNeeded()) {
      for (int candidate : out) {
        standing.credit(candidate, -standing.of(candidate));
        moved.addAll(piles.empty(candidate, value -> value));
      }
      electWhoHasEnough();
      electTheRestIfAllAreNeeded();
    }
    standing.stage(new Event.Exclusion(out, together.size() > 1), needed(), moved);
  }

  /** Write-ins with votes, or else the one with the fewest. */
  private List<Integer> lowest() {
    List<Integer> writtenIn = standing.writtenIn();
    return writtenIn.isEmpty() ? List.of(ties.fewest(standing.continuing(), Purpose.EXCLUSION)) : writtenIn;
  }

  /**
   * The most of the lowest who, with all their votes and every surplus that waits, could not come level with the next above
   * them, and without whom enough are left; the lowest first.
   */
  private List<Integer> outTogether() {
    List<Integer> rising = standing.continuing().stream().sorted(Comparator.comparingLong(standing::of)).toList();
    long below = waiting.stream().mapToLong(each -> standing.of(each) - quota).sum();
    int out = 0;
    for (int at = 0; at + vacancies() < rising.size(); at++) {
      below = Math.addExact(below, standing.of(rising.get(at)));
      if (below < standing.of(rising.get(at + 1))) {
        out = at + 1;
      }
    }
    return rising.subList(0, out);
  }
}
