// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.List;

/** What came in and what was spent in some months. */
public record IncomeStatement(Span span, List<StatementRow> income, List<StatementRow> expenses) {
  public IncomeStatement {
    income = List.copyOf(income);
    expenses = List.copyOf(expenses);
  }

  public long cameIn() { return StatementRow.now(income); }

  public long spent() { return StatementRow.now(expenses); }

  /** What is left of what came in; below zero if more was spent. */
  public long left() {
    return Math.subtractExact(cameIn(), spent());
  }

  public long cameInBefore() { return StatementRow.before(income); }

  public long spentBefore() { return StatementRow.before(expenses); }

  public long leftBefore() { return Math.subtractExact(cameInBefore(), spentBefore()); }
}
