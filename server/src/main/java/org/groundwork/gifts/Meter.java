// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;
import org.groundwork.ledger.Balance;
import org.groundwork.ledger.BookSums;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;

/**
 * How independent the local is: where its money came from, and how long it would last without its largest source outside.
 * Reckoned from the books as their reader sees them; whole months, rounded down. Of a reader who does not see the money it is
 * asked for closed months only, and members' gifts count as the books tell them. Runs inside the caller's transaction.
 */
public final class Meter {
  private static final List<UsedFor> CLASSES = List.of(UsedFor.DUES, UsedFor.MEMBERS_GIFTS, UsedFor.OTHER_UNIONS,
      UsedFor.CROWD_FUNDING, UsedFor.GRANTS, UsedFor.SALES, UsedFor.GIFTS_IN_KIND);
  /** Over so many months the average is taken. */
  public static final int MONTHS = 12;
  /** Kinds of which each gift is written down with who gave it. */
  private static final List<UsedFor> NAMED = List.of(UsedFor.OTHER_UNIONS, UsedFor.GRANTS, UsedFor.GIFTS_IN_KIND);
  private final Books books;
  private final BookSums balances;
  private final GiftSources sources;

  Meter(Books books, BookSums balances, GiftSources sources) {
    this.books = books;
    this.balances = balances;
    this.sources = sources;
  }

  /** What came in within a month, by class; what nobody classed is left out. */
  public record Month(YearMonth month, Map<UsedFor, Long> classes) {
    public Month { classes = Map.copyOf(classes); }

    /** All of it. */
    public long sum() { return classes.values().stream().mapToLong(Long::longValue).sum(); }
  }

  /** How long it lasts without the largest source. */
  public sealed interface Lasts {
    /** So many whole months. */
    record Months(long months) implements Lasts {}

    /** As long as things go on as they do: what else comes in pays for everything. */
    record Always() implements Lasts {}
  }

  /**
   * What the meter says.
   *
   * @param months the last twelve, the oldest first
   * @param sums what each class came to in them
   * @param largest the largest source outside, if there is one
   * @param lasts how long the money would last without it
   * @param few the months in which members gave, and of which nothing of it is told: they were few, and a later month may tell it
   */
  public record Reading(List<Month> months, Map<UsedFor, Long> sums, Optional<Source> largest, Lasts lasts,
      Set<YearMonth> few) {
    public Reading {
      few = Set.copyOf(few);
      months = List.copyOf(months);
      sums = Map.copyOf(sums);
    }

    /** All that came in. */
    public long all() { return sums.values().stream().mapToLong(Long::longValue).sum(); }

    /** A class's share of all, in whole hundredths, rounded down; 0 when nothing came in. */
    public long share(UsedFor of) {
      return all() == 0 ? 0 : Math.floorDiv(Math.multiplyExact(sums.getOrDefault(of, 0L), 100L), all());
    }
  }

  /** A source outside; its name is empty where it is many, as of a collection, or where nobody wrote down who gave it. */
  public record Source(UsedFor of, String name, long sum) {}

  /** The classes in their order: the members' own first. */
  public static List<UsedFor> classes() { return CLASSES; }

  /** Reads it for the twelve months that end with one. */
  public Reading read(YearMonth last) {
    Map<UUID, Account> accounts = new HashMap<>();
    books.accounts().forEach(each -> accounts.put(each.id(), each));
    var months = new ArrayList<Month>();
    Map<UsedFor, Long> sums = new EnumMap<>(UsedFor.class);
    long spent = 0;
    for (YearMonth month = last.minusMonths(MONTHS - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
      Map<UsedFor, Long> classes = new EnumMap<>(UsedFor.class);
      for (Balance balance : balances.between(month, month)) {
        Account account = accounts.get(balance.account());
        if (account != null && account.kind() == AccountKind.EXPENSE) {
          spent = Math.addExact(spent, balance.amount());
        }
        if (account != null) {
          // of dues what came in: what was charged, less what was not paid of it
          account.usedFor()
              .map(use -> use == UsedFor.DUES_OWED ? UsedFor.DUES : use)
              .filter(CLASSES::contains)
              .ifPresent(use -> classes.merge(use, -balance.amount(), Math::addExact));
        }
      }
      classes.forEach((use, sum) -> sums.merge(use, sum, Math::addExact));
      months.add(new Month(month, classes));
    }
    Optional<Source> largest = largest(last, sums);
    long rest = Math.subtractExact(sums.values().stream().mapToLong(Long::longValue).sum(),
        largest.map(Source::sum).orElse(0L));
    LocalDate first = last.minusMonths(MONTHS - 1L).atDay(1);
    Set<YearMonth> few = new HashSet<>(sources.given(first, last.atEndOfMonth()));
    months.stream()
        .filter(each -> each.classes().getOrDefault(UsedFor.MEMBERS_GIFTS, 0L) != 0)
        .forEach(each -> few.remove(each.month()));
    return new Reading(months, sums, largest, lasts(has(last, accounts), spent, rest, open(last)), few);
  }

  /**
   * The largest body outside by where its money comes from, or what is one source because nobody is named: a collection,
   * sales, and what the books have of a kind beyond what was written down. Dues and members' gifts are ours.
   */
  private Optional<Source> largest(YearMonth last, Map<UsedFor, Long> sums) {
    LocalDate first = last.minusMonths(MONTHS - 1L).atDay(1);
    var all = new ArrayList<Source>();
    sources.outside(first, last.atEndOfMonth())
        .forEach(each -> all.add(new Source(each.of().account(), each.name(), each.sum())));
    for (UsedFor use : List.of(UsedFor.CROWD_FUNDING, UsedFor.SALES)) {
      all.add(new Source(use, "", sums.getOrDefault(use, 0L)));
    }
    Map<UsedFor, Long> known = sources.writtenDown(first, last.atEndOfMonth());
    for (UsedFor use : NAMED) {
      all.add(new Source(use, "", Math.subtractExact(sums.getOrDefault(use, 0L), known.getOrDefault(use, 0L))));
    }
    return all.stream().filter(each -> each.sum() > 0).max(Comparator.comparingLong(Source::sum));
  }

  /** All money that can be spent: no dues that are owed, and nothing that is held. */
  private long has(YearMonth last, Map<UUID, Account> accounts) {
    long has = 0;
    for (Balance balance : balances.until(last)) {
      Account account = accounts.get(balance.account());
      if (account != null && (account.kind() == AccountKind.ASSET || account.kind() == AccountKind.LIABILITY)
          && !account.usedFor().equals(Optional.of(UsedFor.DUES_OWED))) {
        has = Math.addExact(has, balance.amount());
      }
    }
    return has;
  }

  /** How many of the months the books have been open; at least one. */
  private int open(YearMonth last) {
    return books.find()
        .map(book -> (int) Math.clamp(YearMonth.from(book.openedOn()).until(last, ChronoUnit.MONTHS) + 1, 1L, MONTHS))
        .orElse(MONTHS);
  }

  /** What there is, divided by what is spent in a month and not paid for by the rest. */
  static Lasts lasts(long has, long spent, long rest, int months) {
    long gap = Math.subtractExact(spent, rest);
    return gap <= 0
        ? new Lasts.Always()
        : new Lasts.Months(BigInteger.valueOf(Math.max(0, has))
            .multiply(BigInteger.valueOf(months))
            .divide(BigInteger.valueOf(gap))
            .longValueExact());
  }
}
