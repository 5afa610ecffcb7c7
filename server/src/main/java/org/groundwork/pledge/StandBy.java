// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;

/**
 * The 48 hours in which a met call is confirmed: everybody who is in is asked once more, by their steward. Runs inside the
 * caller's transaction.
 */
public final class StandBy {
  private final Calls calls;
  private final CallRows rows;
  private final AskedAgain again;
  private final Stewards stewards;

  StandBy(Calls calls, CallRows rows, AskedAgain again, Stewards stewards) {
    this.calls = calls;
    this.rows = rows;
    this.again = again;
    this.stewards = stewards;
  }

  /** What somebody says when they are asked once more. */
  public enum Says {
    /** They stand by it. */
    STANDS_BY,
    /** They do not, or not yet; they are not in any more. */
    NOT_YET,
    /** Nobody reached them. */
    NOT_REACHED;

    /** As the end of a message key. */
    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /** What has this key. */
    public static Optional<Says> of(String key) {
      return Stream.of(values()).filter(says -> says.key().equals(key)).findFirst();
    }
  }

  /** Somebody who is in; {@code says} is absent while nobody asked them once more. */
  public record In(UUID person, Optional<Says> says) {
    /** Whether they are still to be asked. */
    public boolean waits() {
      return says.filter(Says.STANDS_BY::equals).isEmpty();
    }
  }

  /** Those of one call who are in, whoever is still to be asked first; until then they say so if they do not stand by it. */
  public record Round(AskedStep step, Instant until, List<In> in) {
    public Round { in = List.copyOf(in); }

    /** How many stand by it. */
    public long standBy() { return in.stream().filter(one -> !one.waits()).count(); }

    /** How many nobody reached. */
    public long notReached() {
      return in.stream().filter(one -> one.says().filter(Says.NOT_REACHED::equals).isPresent()).count();
    }
  }

  /** Who is in and asked once more; absent unless the call of a rung is being confirmed. */
  public Optional<Round> round(AskedStep step) {
    return calls.of(step.id())
        .flatMap(call -> call instanceof Call.Met met && calls.now().isBefore(met.confirmUntil())
            ? Optional.of(round(step, met))
            : Optional.empty());
  }

  private Round round(AskedStep step, Call.Met met) {
    var ours = calls.whoCounts(step);
    var solved = calls.nowOrNothing(step).solved();
    Map<UUID, AskedAgain.Came> asked = again.of(step.id(), met.at());
    var in = calls.answers(step.id())
        .stream()
        .filter(said -> ours.contains(said.person()) && said.asksFor().isPresent())
        .filter(said -> solved.includes(said.asksFor().getAsInt()))
        .map(said -> new In(said.person(), Optional.ofNullable(asked.get(said.person())).map(StandBy::says)))
        .sorted(Comparator.comparing((In one) -> !one.waits()))
        .toList();
    return new Round(step, met.confirmUntil(), in);
  }

  private static Says says(AskedAgain.Came came) {
    return switch (came) {
      case STANDS_BY -> Says.STANDS_BY;
      case NOT_REACHED -> Says.NOT_REACHED;
    };
  }

  /** A steward's own people who are in, call by call; a mandate that ended takes its site's people with it. */
  public List<Round> of(Caller.Actor steward) {
    var bySite = stewards.of(steward.person())
        .stream()
        .filter(mine -> steward.may(Power.TALK, mine.site()))
        .collect(Collectors.groupingBy(Stewards.Mine::site, Collectors.mapping(Stewards.Mine::person,
            Collectors.toSet())));
    return bySite.isEmpty()
        ? List.of()
        : rows.met()
            .stream()
            .flatMap(step -> calls.step(step).stream())
            .filter(step -> bySite.containsKey(step.site()))
            .flatMap(step -> round(step).stream())
            .map(round -> of(round, bySite.getOrDefault(round.step().site(), Set.of())))
            .filter(round -> !round.in().isEmpty())
            .toList();
  }

  private static Round of(Round round, Set<UUID> mine) {
    return new Round(round.step(), round.until(),
        round.in().stream().filter(one -> mine.contains(one.person())).toList());
  }

  /**
   * Notes what somebody who is in said when they were asked once more.
   *
   * @return false, and nothing changed, if they are not in or it is not confirmed any more
   */
  public boolean says(UUID step, UUID person, Says says) {
    rows.locked(step);
    calls.advance(step);
    boolean in = calls.step(step)
        .flatMap(this::round)
        .filter(round -> round.in().stream().anyMatch(one -> one.person().equals(person)))
        .isPresent();
    if (in) {
      switch (says) {
        case STANDS_BY -> again.note(step, person, AskedAgain.Came.STANDS_BY, calls.now());
        case NOT_REACHED -> again.note(step, person, AskedAgain.Came.NOT_REACHED, calls.now());
        case NOT_YET -> calls.take(step, new Said(person, Reply.NOT_YET, OptionalInt.empty(), calls.now(),
            Callers.actor().person()));
      }
    }
    return in;
  }
}
