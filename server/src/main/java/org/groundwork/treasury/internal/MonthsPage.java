// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.ClosedMonths;
import org.groundwork.ledger.Entry;
import org.groundwork.platform.web.View;

/**
 * The months that are closed, and what the next one would close.
 *
 * @param next the first month that is over and open
 * @param refused message key of why a month could not be closed; empty if it could
 */
public record MonthsPage(Currency currency, Optional<Next> next, int more, List<ClosedMonths.Closed> closed,
    ZoneId zone,
    String done, String refused) implements View {
  public MonthsPage { closed = List.copyOf(closed); }

  /**
   * What is looked at before a month is closed.
   *
   * @param faults how many things in the books do not add up; none closes while there is one
   * @param lacking how many things were spent in it that have no paper
   * @param withoutPaper the first of them
   * @param below places of money that hold less than nothing at its end
   */
  public record Next(YearMonth month, int entries, long cameIn, long spent, int faults, int lacking,
      List<Entry> withoutPaper,
      List<Below> below) {
    public Next {
      withoutPaper = List.copyOf(withoutPaper);
      below = List.copyOf(below);
    }

    /** The rows of the month. */
    public String rows() { return "treasury/entries?first=" + month + "&last=" + month; }
  }

  /** A place of money with less than nothing in it. */
  public record Below(Account account, long amount) {}
}
