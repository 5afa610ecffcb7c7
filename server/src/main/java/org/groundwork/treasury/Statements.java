// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.BookSums;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.UsedFor;

/** What the books come to, put together as people read it. Runs inside the caller's transaction. */
public final class Statements {
  private final Books books;
  private final BookSums balances;

  Statements(Books books, BookSums balances) {
    this.books = books;
    this.balances = balances;
  }

  /** What came in and what was spent in some months, and in the same ones of the year before. */
  public IncomeStatement income(Span span) {
    var now = sums(balances.between(span.first(), span.last()));
    var before = sums(balances.between(span.yearEarlier().first(), span.yearEarlier().last()));
    return new IncomeStatement(span, rows(now, before, AccountKind.INCOME), rows(now, before, AccountKind.EXPENSE));
  }

  /** What there is, what is owed and where it comes from at the end of a month, and a year before. */
  public BalanceSheet balance(YearMonth at) {
    var now = sums(balances.until(at));
    var before = sums(balances.until(at.minusYears(1)));
    return new BalanceSheet(at, rows(now, before, AccountKind.ASSET), rows(now, before, AccountKind.LIABILITY),
        rows(now, before, AccountKind.NET), ofYear(at), before(at), ofYear(at.minusYears(1)),
        before(at.minusYears(1)));
  }

  private long ofYear(YearMonth at) { return result(balances.between(year(at).first(), at)); }

  private long before(YearMonth at) { return result(balances.until(year(at).first().minusMonths(1))); }

  private Span year(YearMonth at) { return Span.year(at, book().yearBegins()); }

  private Book book() { return books.find().orElseThrow(() -> new IllegalStateException("the books are not open")); }

  private long result(List<Balance> found) {
    var sums = sums(found);
    return Math.negateExact(Math.addExact(sums.of(AccountKind.INCOME), sums.of(AccountKind.EXPENSE)));
  }

  /** How each fund went on in some months; closed ones only where something was in them. */
  public FundStatement funds(Span span) {
    var earlier = sums(balances.until(span.first().minusMonths(1)));
    var during = sums(balances.between(span.first(), span.last()));
    var until = sums(balances.until(span.last()));
    var rows = books.funds()
        .stream()
        .map(fund -> row(fund, earlier, during, until))
        .filter(row -> !row.fund().closed() || row.moves())
        .toList();
    return new FundStatement(span, rows);
  }

  private static FundStatement.Row row(Fund fund, Sums earlier, Sums during, Sums until) {
    long start = Math.addExact(earlier.of(fund, AccountKind.ASSET), earlier.of(fund, AccountKind.LIABILITY));
    long owed = until.of(fund.id(), account -> account.usedFor().filter(UsedFor.DUES_OWED::equals).isPresent());
    long opening = Math.negateExact(
        during.of(fund.id(), account -> account.usedFor().filter(UsedFor.OPENING::equals).isPresent()));
    long moved = Math.subtractExact(Math.negateExact(during.of(fund, AccountKind.NET)), opening);
    return new FundStatement.Row(fund, Math.addExact(start, opening),
        Math.negateExact(during.of(fund, AccountKind.INCOME)), during.of(fund, AccountKind.EXPENSE), moved, owed);
  }

  /** What each account came to before and during some months, and at their end. */
  public TrialBalance trial(Span span) {
    var earlier = sums(balances.until(span.first().minusMonths(1)));
    var during = balances.between(span.first(), span.last());
    var rows = new ArrayList<TrialBalance.Row>();
    for (Account account : books.accounts()) {
      long debit = 0;
      long credit = 0;
      for (Balance each : during) {
        if (each.account().equals(account.id())) {
          debit = Math.addExact(debit, each.debit());
          credit = Math.addExact(credit, each.credit());
        }
      }
      long start = earlier.of(account);
      if (start != 0 || debit != 0 || credit != 0) {
        rows.add(new TrialBalance.Row(account, start, debit, credit));
      }
    }
    return new TrialBalance(span, rows);
  }

  private List<StatementRow> rows(Sums now, Sums before, AccountKind kind) {
    return now.accounts()
        .stream()
        .filter(account -> account.kind() == kind)
        .map(account -> new StatementRow(account, now.shown(account), before.shown(account)))
        .filter(row -> row.now() != 0 || row.before() != 0)
        .toList();
  }

  private Sums sums(List<Balance> found) { return new Sums(books.accounts(), found); }

  /** Balances added up; debit above zero. */
  private record Sums(List<Account> accounts, List<Balance> balances) {

    long of(Account account) { return add(each -> each.account().equals(account.id())); }

    /** As a reader expects it: what is usual for its kind above zero. */
    long shown(Account account) {
      return account.kind().isDebit() ? of(account) : Math.negateExact(of(account));
    }

    long of(AccountKind kind) {
      return accounts.stream().filter(account -> account.kind() == kind).mapToLong(this::of).reduce(0, Math::addExact);
    }

    long of(Fund fund, AccountKind kind) { return of(fund.id(), account -> account.kind() == kind); }

    long of(UUID fund, Predicate<Account> which) {
      var wanted = accounts.stream().filter(which).map(Account::id).toList();
      return add(each -> each.fund().equals(fund) && wanted.contains(each.account()));
    }

    private long add(Predicate<Balance> which) {
      return balances.stream().filter(which).mapToLong(Balance::amount).reduce(0, Math::addExact);
    }
  }
}
