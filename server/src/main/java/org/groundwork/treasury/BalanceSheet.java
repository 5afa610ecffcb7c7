// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.YearMonth;
import java.util.List;

/**
 * What there is and what is owed at the end of a month, and a year before that.
 *
 * @param net what was there when the books were opened
 * @param ofYear what was left of what came in since the year of the books began
 * @param ofYearsBefore the same of all years before
 * @param ofYearThen {@code ofYear} a year before
 * @param ofYearsBeforeThen {@code ofYearsBefore} a year before
 */
public record BalanceSheet(YearMonth at, List<StatementRow> assets, List<StatementRow> liabilities,
    List<StatementRow> net, long ofYear, long ofYearsBefore, long ofYearThen, long ofYearsBeforeThen) {
  public BalanceSheet {
    assets = List.copyOf(assets);
    liabilities = List.copyOf(liabilities);
    net = List.copyOf(net);
  }

  /** What there is. */
  public long there() { return StatementRow.now(assets); }

  /** What is owed to others. */
  public long owed() { return StatementRow.now(liabilities); }

  /** What is the members' own. */
  public long own() {
    return Math.addExact(StatementRow.now(net), Math.addExact(ofYear, ofYearsBefore));
  }

  public long thereThen() { return StatementRow.before(assets); }

  public long owedThen() { return StatementRow.before(liabilities); }

  public long ownThen() {
    return Math.addExact(StatementRow.before(net), Math.addExact(ofYearThen, ofYearsBeforeThen));
  }

  /** Whether both sides come to the same. They do, unless the books are damaged. */
  public boolean balanced() {
    return there() == Math.addExact(owed(), own()) && thereThen() == Math.addExact(owedThen(), ownThen());
  }
}
