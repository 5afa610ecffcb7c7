// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.count.Candidate.Kind;
import org.groundwork.count.Lots;
import org.groundwork.count.NamedRule;
import org.groundwork.count.Outcome;
import org.groundwork.count.RuleParameters;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Standing;
import org.groundwork.count.Round.Status;
import org.groundwork.count.Round.Tie;
import org.groundwork.count.Votes;

/** What happened in each round and why, in sentences that a candidate can follow. */
public final class Account {
  private final Outcome outcome;

  /** Of an outcome. */
  public Account(Outcome outcome) { this.outcome = outcome; }

  /** In which parameters the rule is other than the one of its name, a sentence each. */
  public List<String> changed(NamedRule named) {
    var sentences = new ArrayList<String>();
    RuleParameters.changed(named, outcome.rule())
        .forEach((name, value) -> sentences.add(ParameterWords.of(name, value).orElse(name + ": " + value + ".")));
    return sentences;
  }

  /** How lots were drawn, if any was. */
  public Optional<String> lots() {
    boolean drawn = outcome.rounds()
        .stream()
        .flatMap(each -> each.ties().stream())
        .anyMatch(tie -> tie.stage().isEmpty());
    return drawn ? Optional.of(switch (outcome.lots()) {
      case Lots.Seeded(String seed) -> "Lots are drawn from the seed “" + seed + "”.";
      case Lots.Drawn(List<Integer> order) -> order.isEmpty()
          ? "No lots were drawn before the count: the lower number is taken."
          : "Lots were drawn before the count, in this order: " + names(order) + ".";
      case Lots.Asked _ -> "Lots were drawn when they were needed.";
    }) : Optional.empty();
  }

  /** What a round did, as a heading. */
  public String heading(Round round) {
    return "Round " + round.number() + ": " + switch (round.event()) {
      case Event.First() -> "first choices";
      case Event.Surplus(List<Integer> candidates, Votes surplus) -> surplus(names(candidates),
          candidates.size() == 1 ? "has" : "have", surplus);
      case Event.Exclusion(List<Integer> candidates, boolean together) -> out(candidates);
      case Event.SecondRound(List<Integer> candidates) -> names(candidates) + " meet again";
      case Event.Pairs(List<List<Long>> preferring, List<List<Long>> paths) -> "everybody against everybody";
      case Event.Grades(List<List<Long>> counts, List<Integer> medians) -> "grades";
      case Event.Kept(List<Integer> excluded, List<Votes> keep, int repeats) -> excluded.isEmpty()
          ? round.number() == 1 ? "first choices" : "surpluses move on"
          : out(excluded);
    };
  }

  private static String surplus(String names, String have, Votes surplus) {
    return surplus.units() == 0
        ? names + " " + have + " nothing above the quota that could move on"
        : "what " + names + " " + have + " above the quota, " + number(surplus) + ", moves on";
  }

  private String out(List<Integer> candidates) {
    boolean one = candidates.size() == 1 && !isWriteIns(candidates.getFirst());
    return names(candidates) + (one ? " goes out" : " go out");
  }

  /** Why somebody goes out, is elected, or what else decided in a round, a sentence each. */
  public List<String> reasons(Round round) {
    var reasons = new ArrayList<String>();
    round.ties().forEach(tie -> reasons.add(tie(tie)));
    round.excluded().forEach(each -> whyOut(round, each).ifPresent(reasons::add));
    if (writeInsHold(round)) {
      reasons.add("Nobody is elected before the write-ins have gone out.");
    }
    boolean rest = elects(round);
    for (int each : round.elected()) {
      reasons.add(elected(round, each, rest));
    }
    if (rest && !round.excluded().isEmpty() && round.transfers().isEmpty() && round.number() > 1) {
      reasons.add("As many continue as there are seats left: no more papers move.");
    }
    return reasons;
  }

  /** Whether somebody has enough votes and is not elected yet, because write-ins go out first. */
  private boolean writeInsHold(Round round) {
    boolean enough = round.needed()
        .map(needed -> round.standings()
            .stream()
            .anyMatch(each -> each.status() == Status.CONTINUING && each.votes().compareTo(needed) >= 0))
        .orElse(false);
    return enough && round.standings()
        .stream()
        .anyMatch(
            each -> each.status() == Status.CONTINUING && each.votes().units() > 0 && isWriteIns(each.candidate()));
  }

  private boolean isWriteIns(int candidate) { return outcome.election().candidate(candidate).kind() == Kind.WRITE_INS; }

  /** Why somebody who is elected in a round is. */
  public String whyElected(Round round, int candidate) {
    return elected(round, candidate, elects(round));
  }

  /** What was equal, and how it was told apart. */
  public String decided(Tie tie) { return tie(tie); }

  /** Whether somebody is elected in a round who has fewer votes than are needed. */
  private static boolean elects(Round round) {
    return round.needed().isPresent() && round.elected()
        .stream()
        .anyMatch(each -> votes(round, each).compareTo(round.needed().get()) < 0);
  }

  private String elected(Round round, int candidate, boolean rest) {
    String name = name(candidate);
    if (round.event() instanceof Event.Grades(List<List<Long>> counts, List<Integer> medians)) {
      return name + " is elected: the median grade is " + medians.get(candidate - 1) + ".";
    }
    if (round.event() instanceof Event.Pairs) {
      return name + " is elected: nobody who is left has the stronger path.";
    }
    String has = number(votes(round, candidate));
    if (round.needed().isEmpty()) {
      return name + " is elected with " + has + " votes.";
    }
    String needed = number(round.needed().get());
    if (votes(round, candidate).compareTo(round.needed().get()) >= 0) {
      return name + " is elected: " + has + " votes, " + needed + " are needed.";
    }
    return name + " is elected: as many continue as there are seats left" + (rest ? ", with " + has + " votes." : ".");
  }

  /** Why somebody goes out in a round; nothing where the heading of the round says all. */
  public Optional<String> whyOut(Round round, int candidate) {
    if (round.event() instanceof Event.SecondRound) {
      return Optional.empty();
    }
    if (isWriteIns(candidate)) {
      return Optional.of(name(candidate) + " go out: they are votes for people who are not candidates.");
    }
    if (round.number() == 1) {
      return Optional.of(name(candidate) + " is not among the first two.");
    }
    Round before = outcome.rounds().get(round.number() - 2);
    Votes had = votes(before, candidate);
    boolean together = round.excluded().size() > 1;
    var next = before.standings()
        .stream()
        .filter(each -> each.status() == Status.CONTINUING && !round.excluded().contains(each.candidate()))
        .min(Comparator.comparing(Standing::votes));
    String above = next.map(each -> "; " + name(each.candidate()) + ", the next, had " + number(each.votes()))
        .orElse("");
    return Optional.of(together
        ? name(candidate) + " goes out: " + number(had) + " votes, and all who go out together could not come level"
            + above + "."
        : name(candidate) + " goes out: " + number(had) + " votes were the fewest" + above + ".");
  }

  private String tie(Tie tie) {
    String what = switch (tie.purpose()) {
      case SURPLUS -> "whose surplus moves first";
      case EXCLUSION -> "who goes out";
      case SECOND_ROUND -> "who meets again";
      case ELECTION -> "who is elected";
    };
    String equal = names(tie.tied()) + " were equal. ";
    return equal + tie.stage()
        .map(stage -> "Round " + stage + ", where they differed, decides " + what + ": ")
        .orElse("The lot decides " + what + ": ") + name(tie.order().getFirst()) + ".";
  }

  /** How many votes a candidate has after a round. */
  public static Votes votes(Round round, int candidate) {
    return round.standings().get(candidate - 1).votes();
  }

  /** A candidate's name. */
  public String name(int candidate) { return outcome.election().candidate(candidate).name(); }

  private String names(List<Integer> candidates) { return outcome.names(candidates); }

  /** With a comma after each three digits before the point. */
  public static String number(Votes votes) {
    String plain = votes.toString();
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    var text = new StringBuilder(plain);
    for (int at = point - 3; at > (plain.startsWith("-") ? 1 : 0); at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
