// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.ClosedMonths.Closing;
import org.groundwork.ledger.Entry;
import org.groundwork.ledger.Journal;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.Months;
import org.groundwork.treasury.QuarterPrints;
import org.groundwork.treasury.Span;
import org.groundwork.treasury.Statements;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing a month. */
@Controller
class MonthsController {
  private static final Map<String, String> REFUSED = Map.of("not-over", "treasury.months.not-over", "earlier-open",
      "treasury.months.earlier-open", "faults", "treasury.months.faulty");
  /** So many entries are read at once, and so many without a paper are named. */
  private static final int AT_ONCE = 200;
  private static final int SHOWN = 20;
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final JournalController.Parts parts;
  private final Months months;
  private final ClosedMonths closed;
  private final Statements statements;
  private final QuarterPrints prints;

  MonthsController(Transactions transactions, TreasuryDesk desk, JournalController.Parts parts, Months months,
      ClosedMonths closed, Statements statements, QuarterPrints prints) {
    this.transactions = transactions;
    this.desk = desk;
    this.parts = parts;
    this.months = months;
    this.closed = closed;
    this.statements = statements;
    this.prints = prints;
  }

  @GetMapping("/l/{local}/treasury/months")
  @Requires(Power.KEEP_MONEY)
  Answer list(@RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "") String refused) {
    Callers.everywhere(Power.KEEP_MONEY);
    return transactions.read(() -> desk.open(book -> Answer.show(page(book, done, REFUSED.getOrDefault(refused, "")))));
  }

  private MonthsPage page(Book book, String done, String refused) {
    var open = months.toClose();
    return new MonthsPage(book.currency(), open.stream().findFirst().map(this::next), Math.max(0, open.size() - 1),
        closed.told(), desk.profile().zone(), done.equals("closed") ? "treasury.done.month" : "", refused);
  }

  private MonthsPage.Next next(YearMonth month) {
    var income = statements.income(new Span(month, month));
    var lacking = withoutPaper(month);
    return new MonthsPage.Next(month, parts.journal().count(month, month), income.cameIn(), income.spent(),
        parts.balances().faults(new Span(month, month)).size(), lacking.count(), lacking.some(), below(month));
  }

  /** How many entries have no paper, and the first of them. */
  private record Lacking(int count, List<Entry> some) {}

  /** What was spent by hand and not undone; what other modules enter has its papers there. */
  private Lacking withoutPaper(YearMonth month) {
    Set<UUID> expenses = parts.books()
        .accounts()
        .stream()
        .filter(account -> account.kind() == AccountKind.EXPENSE)
        .map(Account::id)
        .collect(Collectors.toSet());
    var wanted = new Journal.Wanted(month, month, expenses, Optional.empty());
    int count = 0;
    var some = new ArrayList<Entry>();
    Optional<Journal.At> after = Optional.empty();
    List<Entry> spent;
    do {
      spent = parts.journal().standing(wanted, EntryDesk.OURS, after, AT_ONCE);
      var papers = parts.papers().ofMany(spent.stream().map(Entry::id).toList());
      var lacking = spent.stream().filter(entry -> !papers.containsKey(entry.id())).toList();
      count += lacking.size();
      lacking.stream().limit(SHOWN - some.size()).forEach(some::add);
      after = spent.isEmpty() ? after : Optional.of(new Journal.At(spent.getLast().on(), spent.getLast().id()));
    } while (spent.size() == AT_ONCE);
    return new Lacking(count, some);
  }

  private List<MonthsPage.Below> below(YearMonth month) {
    return statements.balance(month)
        .assets()
        .stream()
        .filter(row -> row.now() < 0)
        .map(row -> new MonthsPage.Below(row.account(), row.now()))
        .toList();
  }

  @PostMapping("/l/{local}/treasury/months/close")
  @Requires(Power.KEEP_MONEY)
  Answer close(@RequestParam(defaultValue = "") String month) {
    Callers.everywhere(Power.KEEP_MONEY);
    YearMonth wanted = Typed.month(month).orElseThrow(TreasuryDesk::notFound);
    return transactions.write(() -> desk.open(_ -> Answer.goTo(TreasuryDesk.at("/months?" + closed(wanted)))));
  }

  private String closed(YearMonth month) {
    Optional<YearMonth> first = months.toClose().stream().findFirst();
    if (first.filter(month::isAfter).isPresent()) {
      return "refused=earlier-open";
    }
    if (!parts.balances().faults().isEmpty()) {
      return "refused=faults";
    }
    Closing closing = closed.close(month, desk.profile().zone());
    if (closing == Closing.DONE) {
      parts.books().find().ifPresent(book -> prints.keep(Span.quarter(month, book.yearBegins())));
    }
    return switch (closing) {
      case DONE, ALREADY -> "done=closed";
      case NOT_OVER -> "refused=not-over";
      case EARLIER_OPEN -> "refused=earlier-open";
    };
  }
}
