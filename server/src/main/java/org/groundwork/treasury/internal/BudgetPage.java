// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Span;

/**
 * What the members mean to take in and to spend in a year, beside what they did.
 *
 * @param fund whose rows are shown; empty for all funds together
 * @param funds each fund in a line
 * @param around whether there are books before this year, and whether a year after it can be planned
 */
public record BudgetPage(Currency currency, Span year, Optional<Fund> fund, List<OfFund> funds, List<Row> income,
    List<Row> expenses, boolean keeper, JournalPage.Around around, String done) implements View {
  /** So many parts a bar is drawn in. */
  private static final long PARTS = 100;

  public BudgetPage {
    funds = List.copyOf(funds);
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

  /** What was meant and what was done, in minor units. */
  public record Sums(long planned, long done) {
    static Sums of(List<Row> rows) {
      return new Sums(rows.stream().mapToLong(Row::planned).reduce(0, Math::addExact),
          rows.stream().mapToLong(Row::done).reduce(0, Math::addExact));
    }
  }

  /**
   * A fund in a line.
   *
   * @param moved what came from other funds, less what went to them
   */
  public record OfFund(Fund fund, Sums in, Sums out, long moved) {
    /** Whether nothing was meant and nothing was done. */
    boolean blank() {
      return in.planned() == 0 && in.done() == 0 && out.planned() == 0 && out.done() == 0 && moved == 0;
    }
  }

  /** The line of the fund whose rows are shown. */
  public Optional<OfFund> shown() {
    return funds.stream().filter(each -> fund.filter(each.fund()::equals).isPresent()).findFirst();
  }

  /** The same page of a year and of a fund, or of all for none. */
  public String at(Span other, Optional<Fund> of) {
    return "treasury/budget?year=" + other.first() + of.map(one -> "&fund=" + one.id()).orElse("");
  }

  /** The year before, or after for one. */
  public Span year(int later) {
    return new Span(year.first().plusYears(later), year.last().plusYears(later));
  }

  /** The form for this year's budget of the fund that is shown. */
  public String plan() {
    return "treasury/budget/plan?year=" + year.first()
        + fund.filter(one -> !one.closed()).map(one -> "&fund=" + one.id()).orElse("");
  }

  public boolean blank() { return planned(income) == 0 && planned(expenses) == 0; }

  /** Columns added up. */
  public long planned(List<Row> rows) {
    return rows.stream().mapToLong(Row::planned).reduce(0, Math::addExact);
  }

  public long done(List<Row> rows) { return rows.stream().mapToLong(Row::done).reduce(0, Math::addExact); }

  /** The rows behind a number. */
  public String rows(Account account) {
    return "treasury/entries?first=" + year.first() + "&last=" + year.last() + "&account=" + account.id()
        + fund.map(one -> "&fund=" + one.id()).orElse("");
  }
}
