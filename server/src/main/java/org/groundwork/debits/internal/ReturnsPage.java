// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.groundwork.debits.DebitReport;
import org.groundwork.debits.DebitReports;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * A file in which payments come back: what becomes, or became, of each.
 *
 * @param counts how many become what
 * @param more behind which place others follow
 * @param keeps whether the reader keeps the money
 */
public record ReturnsPage(DebitReport report, Map<DebitReport.Verdict, Integer> counts, List<Row> rows,
    OptionalInt more, boolean keeps) implements View {
  private static final Currency EURO = Currency.getInstance("EUR");

  /** A payment that comes back, and whose it is. */
  public record Row(DebitReports.Judged judged, String name) {}

  /** Copies the list. */
  public ReturnsPage { rows = List.copyOf(rows); }

  /** A sum in euro. */
  public Money money(long cents) { return new Money(cents, EURO); }

  /** How many something is done about. */
  public int todo() {
    return counts.getOrDefault(DebitReport.Verdict.RETURNED, 0) + counts.getOrDefault(DebitReport.Verdict.REJECTED, 0);
  }
}
