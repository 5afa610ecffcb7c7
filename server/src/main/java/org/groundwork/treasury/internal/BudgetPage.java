// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.ledger.Account;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Span;

/** What the members mean to take in and to spend in a year, beside what they did. */
public record BudgetPage(Currency currency, Span year, List<Row> income, List<Row> expenses, boolean keeper,
    String done)
    implements
      View {
  /** So many parts a bar is drawn in. */
  private static final long PARTS = 100;

  public BudgetPage {
    income = List.copyOf(income);
    expenses = List.copyOf(expenses);
  }

  /** An account: what was meant and what was done, in minor units. */
  public record Row(Account account, long planned, long done) {

    /** How long the bar is, in hundredths of what was meant; rounded down, and at most all of it. */
    public long parts() {
      return planned == 0 ? 0 : Math.clamp(Math.floorDiv(Math.multiplyExact(done, PARTS), planned), 0, PARTS);
    }

    /** What is left of what was meant; below zero if it was more. */
    public long left() {
      return Math.subtractExact(planned, done);
    }
  }

  public boolean blank() { return planned(income) == 0 && planned(expenses) == 0; }

  /** Columns added up. */
  public long planned(List<Row> rows) {
    return rows.stream().mapToLong(Row::planned).reduce(0, Math::addExact);
  }

  public long done(List<Row> rows) { return rows.stream().mapToLong(Row::done).reduce(0, Math::addExact); }

  /** The rows behind a number. */
  public String rows(Account account) {
    return "treasury/entries?first=" + year.first() + "&last=" + year.last() + "&account=" + account.id();
  }
}
