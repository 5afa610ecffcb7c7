// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Purpose;
import org.groundwork.count.Rule;
import org.groundwork.count.internal.Exactly;
import org.groundwork.count.internal.Rankings;

/** Meek's method; the clauses are those of New Zealand's schedule 1A, see {@code docs/SPEC-count.md}. */
public final class MeekCount {
  private final Election election;
  private final Rule.Meek rule;
  private final Rankings rankings;
  private final Standing standing;
  private final TieBreaks ties;
  private final long[] keep;
  private long quota;
  private int repeats;

  private MeekCount(Election election, Rule.Meek rule, Lots lots) {
    this.election = election;
    this.rule = rule;
    rankings = Rankings.of(election, rule.marks());
    standing = new Standing(election, rule.decimals(), rankings.papers().valid());
    ties = new TieBreaks(rule.ties(), lots, standing);
    keep = new long[election.candidates().size() + 1];
    standing.continuing().forEach(each -> keep[each] = standing.one());
  }

  /** Counts. */
  public static Outcome of(Election election, Rule.Meek rule, Lots lots) {
    var count = new MeekCount(election, rule, lots);
    count.run();
    return new Outcome(election, rule, lots, count.rankings.papers(), count.standing.elected(),
        count.standing.rounds());
  }

  private void run() {
    electTheRestIfAllAreNeeded();
    distribute();
    stage(List.of());
    while (vacancies() > 0 && !standing.continuing().isEmpty() && rankings.papers().valid() > 0) {
      List<Integer> out = standing.electedAtLastStage() > 0 ? List.of() : exclude();
      repeats = 0;
      if (!electTheRestIfAllAreNeeded()) {
        distribute();
      }
      stage(out);
    }
  }

  private void stage(List<Integer> out) {
    standing.stage(new Event.Kept(out, kept(), repeats), Optional.of(standing.votes(quota)), List.of());
  }

  private int vacancies() { return election.seats() - standing.elected().size(); }

  private boolean electTheRestIfAllAreNeeded() {
    List<Integer> eligible = standing.eligible();
    if (eligible.size() > vacancies() || !standing.writtenIn().isEmpty()) {
      return false;
    }
    eligible.forEach(standing::elect);
    return true;
  }

  /** Clauses 10 to 17: goes through the papers until somebody is elected or whoever is lowest has to go out. */
  private void distribute() {
    var flow = new Flow(rankings, standing);
    long before = Long.MAX_VALUE;
    for (repeats = 1;; repeats++) {
      var votes = new long[keep.length];
      flow.distribute(keep, votes);
      standing.set(votes);
      quota = Arrays.stream(votes).sum() / (election.seats() + 1L) + 1;
      boolean elected = electWhoHasEnough();
      long surplus = standing.elected().stream().mapToLong(each -> Math.max(0, votes[each] - quota)).sum();
      if (elected || vacancies() == 0 || surplus < rule.close() || surplus >= before || lost(surplus)) {
        return;
      }
      before = surplus;
      for (int each : standing.elected()) {
        if (votes[each] > quota) {
          long product = Exactly.timesOverUp(keep[each], quota, standing.one());
          keep[each] = Exactly.timesOverUp(product, standing.one(), votes[each]);
        }
      }
    }
  }

  /** Whether whoever is lowest stays lowest even with all the surplus that is left (clause 13). */
  private boolean lost(long surplus) {
    long[] rising = standing.continuing().stream().mapToLong(standing::of).sorted().toArray();
    return rising.length > 1 && rising[0] + surplus < rising[1];
  }

  private boolean electWhoHasEnough() {
    if (!standing.writtenIn().isEmpty()) {
      return false;
    }
    List<Integer> enough = standing.eligible()
        .stream()
        .filter(each -> standing.of(each) >= quota)
        .sorted(Comparator.comparingLong((Integer each) -> -standing.of(each)).thenComparing(Comparator.naturalOrder()))
        .limit(vacancies())
        .toList();
    enough.forEach(standing::elect);
    return !enough.isEmpty();
  }

  /** Clauses 13 and 19. */
  private List<Integer> exclude() {
    List<Integer> writtenIn = standing.writtenIn();
    List<Integer> out = writtenIn.isEmpty()
        ? List.of(ties.fewest(standing.continuing(), Purpose.EXCLUSION))
        : writtenIn;
    out.forEach(each -> {
      standing.exclude(each);
      keep[each] = 0;
    });
    return out;
  }

  private List<org.groundwork.count.Votes> kept() {
    return IntStream.rangeClosed(1, election.candidates().size()).mapToObj(each -> standing.votes(keep[each])).toList();
  }
}
