// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.banking.BankAccount;
import org.groundwork.banking.Reconciling;
import org.groundwork.platform.web.View;

/**
 * The accounts where money lies.
 *
 * @param booksOpen whether there are books yet
 * @param keeps whether the reader keeps the money
 */
public record BankPage(boolean booksOpen, boolean keeps, List<Row> rows, String done) implements View {
  public BankPage { rows = List.copyOf(rows); }

  /**
   * An account.
   *
   * @param open lines that nobody said anything of
   */
  public record Row(BankAccount account, int open, Optional<Reconciling.Compared> last) {}

  /** The account whose lines wait longest for somebody, if lines wait. */
  public Optional<Row> busiest() {
    return rows.stream().filter(row -> row.open() > 0).max(java.util.Comparator.comparingInt(Row::open));
  }
}
