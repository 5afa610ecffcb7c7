// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** What waits about rounds: a steward's own round, envelopes to count, money that an officer looks at first. */
final class RoundSteps implements NextStep, MoneyDoor {
  private static final int WAITS = 56;
  private static final int COUNT = 52;
  private static final int CARRY = 48;
  private final Books books;
  private final Rounds rounds;
  private final Visits visits;
  private final Takings takings;
  private final Corrections corrections;

  RoundSteps(Books books, Rounds rounds, Visits visits, Takings takings, Corrections corrections) {
    this.books = books;
    this.rounds = rounds;
    this.visits = visits;
    this.takings = takings;
    this.corrections = corrections;
  }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    if (books.find().isEmpty()) {
      return Optional.empty();
    }
    int waiting = actor.mayEverywhere(Power.KEEP_MONEY) ? takings.howManyWait() : 0;
    if (waiting > 0) {
      return Optional.of(new Step(WAITS, "rounds.step.waits", "rounds.step.waits.detail", List.of(waiting),
          "dues/rounds", "rounds.step.open"));
    }
    List<UUID> corrected = counts(actor) ? corrections.waitingForMe() : List.of();
    if (!corrected.isEmpty()) {
      return Optional.of(new Step(WAITS, "rounds.step.corrected", "rounds.step.corrected.detail",
          List.of(corrected.size()), "dues/rounds/" + corrected.getFirst(), "rounds.step.open"));
    }
    int count = counts(actor) ? rounds.toCount() : 0;
    return count > 0
        ? Optional.of(new Step(COUNT, "rounds.step.count", "rounds.step.count.detail", List.of(count), "dues/rounds",
            "rounds.step.open"))
        : own(actor);
  }

  private static boolean counts(Caller.Actor actor) {
    return actor.mayEverywhere(Power.KEEP_MONEY) || actor.mayEverywhere(Power.APPROVE_MONEY);
  }

  private Optional<Step> own(Caller.Actor actor) {
    return rounds.openOf(actor.person()).stream().findFirst().map(round -> {
      var progress = visits.progress(List.of(round.id())).getOrDefault(round.id(), Visits.Progress.NONE);
      return new Step(CARRY, "rounds.step.own", "rounds.step.own.detail",
          List.of(progress.people(), progress.done()), "dues/rounds/" + round.id() + "/list", "rounds.step.own.action");
    });
  }

  @Override
  public int order() { return 13; }

  @Override
  public String title() { return "rounds.title"; }

  @Override
  public String path() { return "dues/rounds"; }

  @Override
  public Power power() { return Power.SEE_MONEY; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) {
    int waiting = takings.howManyWait();
    if (waiting > 0) {
      return Optional.of(new Waiting("rounds.step.waits", List.of(waiting)));
    }
    int corrected = counts(reader) ? corrections.waitingForMe().size() : 0;
    if (corrected > 0) {
      return Optional.of(new Waiting("rounds.step.corrected", List.of(corrected)));
    }
    int count = rounds.toCount();
    return count > 0 ? Optional.of(new Waiting("rounds.step.count", List.of(count))) : Optional.empty();
  }
}
