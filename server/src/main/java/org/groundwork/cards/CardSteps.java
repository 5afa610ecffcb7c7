// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.WayToPay;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** What waits about payments by card, and the way to pay by one. */
final class CardSteps implements NextStep, MoneyDoor, WayToPay {
  private static final int URGENCY = 42;
  private final CardAccounts accounts;
  private final CardIntents intents;
  private final CardPayments payments;
  private final StillCharged still;
  private final Here here;

  CardSteps(CardAccounts accounts, CardIntents intents, CardPayments payments, StillCharged still, Here here) {
    this.accounts = accounts;
    this.intents = intents;
    this.payments = payments;
    this.still = still;
    this.here = here;
  }

  /** What day it is for the local. */
  record Here(Locals locals, Clock clock) {
    LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
  }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    if (!actor.mayEverywhere(Power.KEEP_MONEY)) {
      return Optional.empty();
    }
    int waiting = payments.waiting().size();
    if (waiting > 0) {
      return Optional.of(
          new Step(URGENCY, "card-pay.step.waiting", "card-pay.step.waiting.detail", List.of(waiting), "card-payments",
              "card-pay.step.open"));
    }
    return accounts.find()
        .flatMap(CardAccount::trouble)
        .map(trouble -> new Step(URGENCY, "card-pay.step.trouble", "card-pay.trouble." + trouble.why(), List.of(),
            "card-payments",
            "card-pay.step.open"));
  }

  @Override
  public int order() { return 16; }

  @Override
  public String title() { return "card-pay.title"; }

  @Override
  public String path() { return "card-payments"; }

  @Override
  public Power power() { return Power.KEEP_MONEY; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) {
    int waiting = payments.waiting().size();
    return waiting == 0 ? Optional.empty() : Optional.of(new Waiting("card-pay.step.waiting", List.of(waiting)));
  }

  @Override
  public Optional<Offer> offer(UUID person) {
    Optional<CardIntent> repeating = intents.repeating(person);
    boolean offered = accounts.find().filter(CardAccount::on).isPresent() || repeating.isPresent();
    boolean goesOn = repeating.filter(each -> each.state() == CardIntent.State.RUNNING)
        .flatMap(each -> still.why(each, here.today()))
        .isPresent();
    return offered
        ? Optional.of(new Offer(goesOn ? "card-pay.me.still" : "card-pay.me.offer", "card-payments/me"))
        : Optional.empty();
  }
}
