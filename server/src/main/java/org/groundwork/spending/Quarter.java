// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.UsedFor;
import org.groundwork.treasury.Span;

/**
 * What became of the members' money in a quarter of the books' year, from the books as every member may read them, so that
 * no difference to another page betrays anything. Hardship aid and strike pay are no part of what is spent here; of each, what
 * {@link Discreet} tells anywhere is told.
 */
public final class Quarter {
  /** Fewer payments than this are not told. */
  public static final int FEWEST = Discreet.LEAST;
  private static final int MONTHS = 3;
  private static final Set<UsedFor> QUIET = EnumSet.of(UsedFor.HARDSHIP_AID, UsedFor.STRIKE_PAY);
  private final Books books;
  private final Discreet discreet;

  Quarter(Books books, Discreet discreet) {
    this.books = books;
    this.discreet = discreet;
  }

  /** What was entered in an account, in minor units; below nothing where more was given back than came in or went out. */
  public record Sum(Account account, long amount) {}

  /**
   * What came in and went out.
   *
   * @param income the most first
   * @param spent without aid and strike pay, the most first
   * @param quiet aid and strike pay, as far as they are told
   */
  public record Told(YearMonth first, YearMonth last, List<Sum> income, List<Sum> spent, List<Sum> quiet) {
    public Told {
      income = List.copyOf(income);
      spent = List.copyOf(spent);
      quiet = List.copyOf(quiet);
    }

    public long cameIn() { return total(income); }

    public long wentOut() { return total(spent); }

    private static long total(List<Sum> sums) { return sums.stream().mapToLong(Sum::amount).reduce(0, Math::addExact); }
  }

  /** The first month of the quarter in which a month lies, as auditors sign them: by the year of the books. */
  public static YearMonth firstOf(YearMonth month, Book book) {
    return Span.quarter(month, book.yearBegins()).first();
  }

  /** Tells of the three months from one on. */
  public Told of(YearMonth first) {
    YearMonth last = first.plusMonths(MONTHS - 1);
    Map<UUID, Account> accounts = books.accounts().stream().collect(Collectors.toMap(Account::id, each -> each));
    Map<UUID, Long> sums = new TreeMap<>();
    for (Balance each : discreet.between(first, last)) {
      sums.merge(each.account(), each.amount(), Math::addExact);
    }
    var income = new ArrayList<Sum>();
    var spent = new ArrayList<Sum>();
    var quiet = new ArrayList<Sum>();
    sums.forEach((id, amount) -> {
      Account account = accounts.get(id);
      if (amount == 0 || account == null) {
        return;
      }
      if (account.kind() == AccountKind.INCOME) {
        income.add(new Sum(account, Math.negateExact(amount)));
      } else if (isQuiet(account)) {
        quiet.add(new Sum(account, amount));
      } else if (account.kind() == AccountKind.EXPENSE) {
        spent.add(new Sum(account, amount));
      }
    });
    var most = Comparator.comparingLong(Sum::amount).reversed().thenComparing(each -> each.account().code());
    income.sort(most);
    spent.sort(most);
    quiet.sort(most);
    return new Told(first, last, income, spent, quiet);
  }

  private static boolean isQuiet(Account account) { return account.usedFor().filter(QUIET::contains).isPresent(); }
}
