// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.web.NextStep;
import org.groundwork.treasury.Handover;
import org.groundwork.treasury.Handovers;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.Span;
import org.springframework.stereotype.Component;

/** What whoever keeps or checks the books should do next. */
@Component
class MoneySteps implements NextStep {
  private static final int TO_OPEN = 55;
  private static final int TO_SIGN = 45;
  private static final int TO_CLOSE = 42;
  private static final int TO_TICK = 41;
  private static final int OF_OFFICE = 25;
  private final Books books;
  private final Months months;
  private final Unsigned unsigned;
  private final Handovers handovers;

  MoneySteps(Books books, Months months, Unsigned unsigned, Handovers handovers) {
    this.books = books;
    this.months = months;
    this.unsigned = unsigned;
    this.handovers = handovers;
  }

  @Override
  public Optional<Step> nextFor(Caller.Actor actor) {
    boolean keeps = actor.mayEverywhere(Power.KEEP_MONEY);
    if (books.find().isEmpty()) {
      return keeps ? Optional.of(step(TO_OPEN, "begin", List.of(), "treasury/open")) : Optional.empty();
    }
    Optional<Step> sign = actor.mayEverywhere(Power.CHECK_BOOKS) ? sign(actor) : Optional.empty();
    Optional<Step> next = sign.or(() -> keeps ? close() : Optional.empty()).or(() -> tick(actor));
    return next.or(() -> office(actor, keeps));
  }

  /** What an office is, when nothing waits in it. */
  private static Optional<Step> office(Caller.Actor actor, boolean keeps) {
    if (keeps) {
      return Optional.of(step(OF_OFFICE, "keep", List.of(), "treasury"));
    }
    return actor.mayEverywhere(Power.CHECK_BOOKS)
        ? Optional.of(step(OF_OFFICE, "check", List.of(), "treasury/quarters"))
        : Optional.empty();
  }

  private Optional<Step> sign(Caller.Actor actor) {
    List<Span> open = unsigned.by(actor.person());
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(step(TO_SIGN, "sign", List.of(open.getLast().firstDay(), open.getLast().lastDay()),
            "treasury/quarters/" + open.getLast().first()));
  }

  private Optional<Step> close() {
    List<YearMonth> open = months.toClose();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(step(TO_CLOSE, "month", List.of(open.getFirst().atEndOfMonth()), "treasury/months"));
  }

  private Optional<Step> tick(Caller.Actor actor) {
    Optional<Handover> going = handovers.goingOn().filter(handover -> handover.sideOf(actor.person()).isPresent());
    return going.map(_ -> step(TO_TICK, "handover", List.of(), "treasury/handover"));
  }

  private static Step step(int urgency, String what, List<Object> arguments, String path) {
    return new Step(urgency, "treasury.step." + what, "treasury.step." + what + ".detail", arguments, path,
        "treasury.step." + what + ".action");
  }
}
