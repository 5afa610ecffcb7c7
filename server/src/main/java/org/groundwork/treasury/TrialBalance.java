// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.List;
import java.util.function.ToLongFunction;
import org.groundwork.ledger.Account;

/** What every account came to. Debit and credit are the same in all, or the books are damaged. */
public record TrialBalance(Span span, List<Row> rows) {
  public TrialBalance { rows = List.copyOf(rows); }

  /**
   * One account, in minor units.
   *
   * @param start before the months; debit above zero
   */
  public record Row(Account account, long start, long debit, long credit) {
    /** At the end of the months; debit above zero. */
    public long end() {
      return Math.addExact(start, Math.subtractExact(debit, credit));
    }
  }

  /** A column added up. */
  public long total(ToLongFunction<Row> column) {
    return rows.stream().mapToLong(column).reduce(0, Math::addExact);
  }

  public boolean balanced() { return total(Row::debit) == total(Row::credit) && total(Row::start) == 0; }
}
