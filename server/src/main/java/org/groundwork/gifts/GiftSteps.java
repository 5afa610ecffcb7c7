// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.MoneyDoor;

/** What waits about gifts: an officer's word on what is held, the way back of what has to go back. */
final class GiftSteps implements NextStep, MoneyDoor {
  private static final int SAY = 50;
  private static final int RETURN = 44;
  private final Books books;
  private final Gifts gifts;

  GiftSteps(Books books, Gifts gifts) {
    this.books = books;
    this.gifts = gifts;
  }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    long say = unsaid(actor);
    if (say > 0) {
      return Optional.of(new Step(SAY, "gifts.step.say", "gifts.step.say.detail", List.of(say), "gifts/held",
          "gifts.step.say.action"));
    }
    long back = actor.mayEverywhere(Power.KEEP_MONEY) && books.find().isPresent() ? gifts.toReturn() : 0;
    return back == 0
        ? Optional.empty()
        : Optional.of(new Step(RETURN, "gifts.step.return", "gifts.step.return.detail", List.of(back), "gifts/held",
            "gifts.step.return.action"));
  }

  private long unsaid(Caller.Actor actor) {
    return !actor.mayEverywhere(Power.APPROVE_MONEY) || books.find().isEmpty()
        ? 0
        : gifts.unsaid(actor.person());
  }

  @Override
  public int order() { return 34; }

  @Override
  public String title() { return "gifts.title"; }

  @Override
  public String path() { return "gifts"; }

  @Override
  public Power power() { return Power.TAKE_PART; }

  @Override
  public Optional<Waiting> waiting(Caller.Actor reader) {
    long say = unsaid(reader);
    return say == 0 ? Optional.empty() : Optional.of(new Waiting("gifts.step.say", List.of(say)));
  }
}
