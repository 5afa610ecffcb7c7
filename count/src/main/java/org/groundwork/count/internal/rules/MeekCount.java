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
  /** How much more than the quota the elected have when the papers were last gone through. */
  private long surplus;
  private int repeats;
  /** Whether the papers were gone through at all. */
  private boolean gone;

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
    List<Integer> out = List.of();
    do {
      repeats = 0;
      boolean rest = electTheRestIfAllAreNeeded();
      boolean lowestGoes = (!rest || !gone) && repeat();
      stage(out);
      out = lowestGoes && goesOn() ? exclude() : List.of();
    } while (!out.isEmpty() || goesOn());
  }

  private boolean goesOn() {
    return vacancies() > 0 && !standing.eligible().isEmpty() && rankings.papers().valid() > 0;
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

  /** Goes through the papers until somebody is elected or has to go out; tells whether the latter. */
  private boolean repeat() {
    var flow = new Flow(rankings, standing);
    return switch (rule.text()) {
      case NEW_ZEALAND -> asInNewZealand(flow);
      case REFERENCE -> asTheReference(flow);
    };
  }

  /** Clauses 10 to 17. */
  private boolean asInNewZealand(Flow flow) {
    while (true) {
      boolean less = gone
          && keep(standing.elected().stream().filter(each -> standing.of(each) > quota).toList(), true);
      if (repeats > 0 && !less) {
        return true;
      }
      boolean elected = distribute(flow);
      surplus = standing.elected().stream().mapToLong(each -> Math.max(0, standing.of(each) - quota)).sum();
      if (vacancies() == 0 || surplus < rule.close() || lost() || !standing.writtenIn().isEmpty()) {
        return vacancies() > 0;
      }
      if (elected) {
        return false;
      }
    }
  }

  /** B.2 of the reference rule. */
  private boolean asTheReference(Flow flow) {
    long before = Long.MAX_VALUE;
    while (true) {
      boolean elected = distribute(flow);
      surplus = Math.max(0, standing.elected().stream().mapToLong(each -> standing.of(each) - quota).sum());
      if (elected || vacancies() == 0) {
        return false;
      }
      if (surplus < rule.close() || surplus >= before || !standing.writtenIn().isEmpty()) {
        return true;
      }
      before = surplus;
      keep(standing.elected(), false);
    }
  }

  /** Goes through the papers once; tells whether somebody was elected. */
  private boolean distribute(Flow flow) {
    repeats++;
    gone = true;
    var votes = new long[keep.length];
    flow.distribute(keep, votes);
    standing.set(votes);
    quota = Arrays.stream(votes).sum() / (election.seats() + 1L) + 1;
    boolean elected = electWhoHasEnough();
    standing.step();
    return elected;
  }

  /**
   * Clause 17: lets some keep what would have left them just the quota; tells whether that is less for somebody.
   *
   * @param onlyLess whether what is rounded up to more than before stays as it was
   */
  private boolean keep(List<Integer> some, boolean onlyLess) {
    boolean less = false;
    for (int each : some) {
      long product = Exactly.timesOverUp(keep[each], quota, standing.one());
      long now = Exactly.timesOverUp(product, standing.one(), Math.max(1, standing.of(each)));
      less |= now < keep[each];
      keep[each] = Math.min(onlyLess ? keep[each] : standing.one(), now);
    }
    return less;
  }

  /** Whether whoever is lowest stays lowest even with all the surplus that is left (clause 13). */
  private boolean lost() {
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

  /** Clauses 13 and 19; B.3 of the reference rule. */
  private List<Integer> exclude() {
    List<Integer> writtenIn = standing.writtenIn();
    List<Integer> out = writtenIn.isEmpty() ? List.of(lowest()) : writtenIn;
    out.forEach(each -> {
      standing.exclude(each);
      keep[each] = 0;
    });
    return out;
  }

  private int lowest() {
    List<Integer> continuing = standing.continuing();
    return switch (rule.text()) {
      case NEW_ZEALAND -> ties.fewest(continuing, Purpose.EXCLUSION);
      case REFERENCE -> {
        long fewest = continuing.stream().mapToLong(standing::of).min().orElseThrow();
        yield ties.fewestBefore(continuing.stream().filter(each -> standing.of(each) <= fewest + surplus).toList());
      }
    };
  }

  private List<org.groundwork.count.Votes> kept() {
    return IntStream.rangeClosed(1, election.candidates().size()).mapToObj(each -> standing.votes(keep[each])).toList();
  }
}
