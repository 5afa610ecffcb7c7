// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.UsedFor;
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
  Answer look(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String fund,
      @RequestParam(defaultValue = "") String done) {
    return transactions.read(() -> desk.open(book -> Answer.show(page(book, year, fund, done))));
  }

  private BudgetPage page(Book book, String year, String typed, String done) {
    Span span = Span.year(Typed.month(year).orElseGet(() -> YearMonth.from(desk.today())), book.yearBegins());
    var all = books.funds();
    Optional<Fund> fund = typed.isEmpty() ? Optional.empty() : Optional.of(one(all, typed));
    var whole = new Year(books.accounts(), budgets.of(span.first()), balances.between(span.first(), span.last()));
    var funds = all.stream().map(whole::row).filter(row -> !row.fund().closed() || !row.blank()).toList();
    var shown = fund.map(whole::of).orElse(whole);
    return new BudgetPage(book.currency(), span, fund, funds, shown.rows(AccountKind.INCOME),
        shown.rows(AccountKind.EXPENSE), Callers.actor().mayEverywhere(Power.KEEP_MONEY),
        JournalPage.Around.of(span, YearMonth.from(book.openedOn()), YearMonth.from(desk.today()).plusYears(1)),
        done.equals("planned") ? "treasury.done.planned" : "");
  }

  /** The fund an address names; another local's is not there. */
  private static Fund one(List<Fund> all, String typed) {
    return all.stream()
        .filter(each -> each.id().toString().equals(typed))
        .findFirst()
        .orElseThrow(TreasuryDesk::notFound);
  }

  /** What was meant and what was done in a year, of all funds or of one. */
  private record Year(List<Account> accounts, List<Planned> planned, List<Balance> found) {

    Year of(Fund fund) {
      return new Year(accounts, planned.stream().filter(each -> each.fund().equals(fund.id())).toList(),
          found.stream().filter(each -> each.fund().equals(fund.id())).toList());
    }

    List<BudgetPage.Row> rows(AccountKind kind) {
      Map<UUID, Long> meant = planned.stream()
          .collect(Collectors.toMap(Planned::account, Planned::amount, Math::addExact));
      Map<UUID, Long> amounts = found.stream()
          .collect(Collectors.toMap(Balance::account, Balance::amount, Math::addExact));
      return accounts.stream()
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

    /** One fund in a line: what comes from other funds is nothing that was planned, and is told beside it. */
    BudgetPage.OfFund row(Fund fund) {
      Year own = of(fund);
      Set<UUID> between = accounts.stream()
          .filter(account -> account.usedFor().filter(UsedFor.BETWEEN_FUNDS::equals).isPresent())
          .map(Account::id)
          .collect(Collectors.toSet());
      long moved = own.found()
          .stream()
          .filter(each -> between.contains(each.account()))
          .mapToLong(Balance::amount)
          .reduce(0, Math::addExact);
      return new BudgetPage.OfFund(fund, BudgetPage.Sums.of(own.rows(AccountKind.INCOME)),
          BudgetPage.Sums.of(own.rows(AccountKind.EXPENSE)), Math.negateExact(moved));
    }
  }
}
