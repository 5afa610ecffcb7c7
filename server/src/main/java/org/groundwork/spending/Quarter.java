// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.UsedFor;

/**
 * What became of the members' money in three months, from the books. Hardship aid and strike pay are no part of what is
 * spent here, so that no difference betrays them; of each, only what {@link Discreet} tells anywhere is told.
 */
public final class Quarter {
  /** Fewer payments than this are not told. */
  public static final int FEWEST = Discreet.LEAST;
  private static final int MONTHS = 3;
  private static final Set<UsedFor> QUIET = EnumSet.of(UsedFor.HARDSHIP_AID, UsedFor.STRIKE_PAY);
  private final Books books;
  private final Balances balances;
  private final Discreet discreet;

  Quarter(Books books, Balances balances, Discreet discreet) {
    this.books = books;
    this.balances = balances;
    this.discreet = discreet;
  }

  /** What was entered in an account. */
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

  /** The first month of the quarter of a year in which a month lies. */
  public static YearMonth firstOf(YearMonth month) {
    return month.withMonth((month.getMonthValue() - 1) / MONTHS * MONTHS + 1);
  }

  /** Tells of the three months from one on. */
  public Told of(YearMonth first) {
    YearMonth last = first.plusMonths(MONTHS - 1);
    Map<UUID, Account> accounts = books.accounts().stream().collect(Collectors.toMap(Account::id, each -> each));
    Map<UUID, Long> sums = new TreeMap<>();
    for (Balance each : balances.between(first, last)) {
      sums.merge(each.account(), each.amount(), Math::addExact);
    }
    var income = new ArrayList<Sum>();
    var spent = new ArrayList<Sum>();
    var quiet = new ArrayList<Sum>();
    accounts.values().forEach(account -> {
      long amount = sums.getOrDefault(account.id(), 0L);
      if (account.kind() == AccountKind.INCOME && amount < 0) {
        income.add(new Sum(account, Math.negateExact(amount)));
      } else if (isQuiet(account)) {
        quiet(account, first, last).ifPresent(quiet::add);
      } else if (account.kind() == AccountKind.EXPENSE && amount > 0) {
        spent.add(new Sum(account, amount));
      }
    });
    var most = Comparator.comparingLong(Sum::amount).reversed().thenComparing(each -> each.account().code());
    income.sort(most);
    spent.sort(most);
    return new Told(first, last, income, spent, quiet);
  }

  private static boolean isQuiet(Account account) { return account.usedFor().filter(QUIET::contains).isPresent(); }

  /** What is told of it anywhere, as far as its last month is one of these. */
  private Optional<Sum> quiet(Account account, YearMonth first, YearMonth last) {
    long told = discreet.totals(account.usedFor().orElseThrow())
        .stream()
        .filter(each -> !each.last().isBefore(first) && !each.last().isAfter(last))
        .mapToLong(Discreet.Total::amount)
        .reduce(0, Math::addExact);
    return told > 0 ? Optional.of(new Sum(account, told)) : Optional.empty();
  }
}
