// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.MoneyDoor;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.Signings;
import org.groundwork.treasury.Span;
import org.groundwork.treasury.Statements;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page about money, for every member. */
@Controller
class MoneyController {
  private static final Map<String, String> DONE = Map.of("opened", "treasury.done.opened");
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final Facts facts;
  private final ObjectProvider<MoneyDoor> doors;

  MoneyController(Transactions transactions, TreasuryDesk desk, Books books, Facts facts,
      ObjectProvider<MoneyDoor> doors) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.facts = facts;
    this.doors = doors;
  }

  /** What the page is made of. */
  @Component("moneyFacts")
  record Facts(Statements statements, Months months, ClosedMonths closed, Signings signings) {}

  @GetMapping("/l/{local}/treasury")
  @Requires(Power.TAKE_PART)
  Answer look(@RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> {
      var actor = Callers.actor();
      var open = books.find().map(this::open);
      return Answer.show(new MoneyPage(open, actor.mayEverywhere(Power.KEEP_MONEY),
          doors(actor), DONE.getOrDefault(done, "")));
    });
  }

  private MoneyPage.Open open(Book book) {
    YearMonth now = YearMonth.from(desk.today());
    Span quarter = Span.quarter(now, book.yearBegins());
    YearMonth since = YearMonth.from(book.openedOn());
    return new MoneyPage.Open(book.currency(), since, desk.today(),
        facts.statements().funds(new Span(since.isAfter(now) ? now : since, now)),
        facts.statements().income(quarter), facts.months().toClose(),
        facts.closed().all().stream().findFirst(), checked(book));
  }

  private Optional<MoneyPage.Checked> checked(Book book) {
    return facts.signings().last().map(last -> {
      Span quarter = Span.quarter(last, book.yearBegins());
      var signed = facts.signings().of(quarter);
      return new MoneyPage.Checked(quarter, signed.getLast().at(), desk.profile().zone(), signed.size());
    });
  }

  /** Doors of the books themselves lead nowhere before they are opened. */
  private List<MoneyPage.Door> doors(Caller.Actor actor) {
    boolean open = books.find().isPresent();
    return doors.stream()
        .filter(door -> actor.may(door.power()) && (open || !(door instanceof OwnDoor)) && door.here())
        .sorted(Comparator.comparingInt(MoneyDoor::order))
        .map(door -> new MoneyPage.Door(door.part(), door.title(), door.path(), door.waiting(actor)))
        .toList();
  }
}
