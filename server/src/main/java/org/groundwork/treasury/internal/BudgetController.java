// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.treasury.Budgets;
import org.groundwork.treasury.Budgets.Planned;
import org.groundwork.treasury.Span;
import org.groundwork.treasury.ReadersSums;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was meant beside what was done, for every member. */
@Controller
class BudgetController {
  private final Transactions transactions;
  private final TreasuryDesk desk;
  private final Books books;
  private final ReadersSums balances;
  private final Budgets budgets;

  BudgetController(Transactions transactions, TreasuryDesk desk, Books books, ReadersSums balances, Budgets budgets) {
    this.transactions = transactions;
    this.desk = desk;
    this.books = books;
    this.balances = balances;
    this.budgets = budgets;
  }

  @GetMapping("/l/{local}/treasury/budget")
  @Requires(Power.TAKE_PART)
  Answer look(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> desk.open(book -> Answer.show(page(book, year, done))));
  }

  private BudgetPage page(Book book, String year, String done) {
    Span span = Span.year(Typed.month(year).orElseGet(() -> YearMonth.from(desk.today())), book.yearBegins());
    var planned = budgets.of(span.first());
    var found = balances.between(span.first(), span.last());
    return new BudgetPage(book.currency(), span, rows(AccountKind.INCOME, planned, found),
        rows(AccountKind.EXPENSE, planned, found), Callers.actor().mayEverywhere(Power.KEEP_MONEY),
        done.equals("planned") ? "treasury.done.planned" : "");
  }

  private List<BudgetPage.Row> rows(AccountKind kind, List<Planned> planned, List<Balance> found) {
    Map<UUID, Long> meant = planned.stream()
        .collect(Collectors.toMap(Planned::account, Planned::amount, Math::addExact));
    Map<UUID, Long> amounts = found.stream()
        .collect(Collectors.toMap(Balance::account, Balance::amount, Math::addExact));
    return books.accounts()
        .stream()
        .filter(account -> account.kind() == kind)
        .map(account -> row(account, meant, amounts))
        .filter(row -> row.planned() != 0 || row.done() != 0)
        .toList();
  }

  private static BudgetPage.Row row(Account account, Map<UUID, Long> meant, Map<UUID, Long> amounts) {
    long amount = amounts.getOrDefault(account.id(), 0L);
    return new BudgetPage.Row(account, meant.getOrDefault(account.id(), 0L),
        account.kind().isDebit() ? amount : Math.negateExact(amount));
  }
}
