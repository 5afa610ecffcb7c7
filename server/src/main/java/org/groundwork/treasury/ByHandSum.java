// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.groundwork.ledger.AccountDays;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.UsedFor;

/**
 * What entries by hand let out of the places where money lies, for whoever counts with it what else one person lets out. Runs
 * inside a transaction of a local whose books are open.
 */
public final class ByHandSum {
  /** The kind of source of an entry by hand. */
  public static final String KIND = "by-hand";
  private final AccountDays days;
  private final OutOfPlaces out;
  private final Books books;
  private final Clock clock;

  ByHandSum(AccountDays days, OutOfPlaces out, Books books, Clock clock) {
    this.clock = clock;
    this.days = days;
    this.out = out;
    this.books = books;
  }

  /**
   * Whoever lets money out by their own word, however, waits until the transaction ends, so that two do not overlook one
   * another. Asked before funds and places of cash are held.
   */
  public void oneByOne() { days.oneByOne(); }

  /**
   * What entries for {@link ByHandLimit#DAYS} before and after a day let out, and such as were written down that lately for
   * whatever day, and was not undone, in minor units.
   */
  public long around(LocalDate on) {
    return days.letOut(out.places(), Set.of(books.account(UsedFor.BETWEEN_FUNDS).id()), together(on));
  }

  /** Today, in UTC: a week is not told by the hour. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Which entries count with one for a day. */
  public AccountDays.Together together(LocalDate on) {
    return new AccountDays.Together(KIND, on.minusDays(ByHandLimit.DAYS), on.plusDays(ByHandLimit.DAYS),
        clock.instant().minus(Duration.ofDays(ByHandLimit.DAYS)));
  }
}
