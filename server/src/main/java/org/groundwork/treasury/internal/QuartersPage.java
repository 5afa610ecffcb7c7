// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Signings.Signing;
import org.groundwork.treasury.Span;

/**
 * The quarters of the books that are over, the last first.
 *
 * @param checks whether the reader checks the books
 */
public record QuartersPage(List<Row> rows, ZoneId zone, boolean checks) implements View {
  public QuartersPage { rows = List.copyOf(rows); }

  /**
   * A quarter.
   *
   * @param open its months that are not closed yet
   */
  public record Row(Span quarter, List<YearMonth> open, List<Signing> signed) {
    public Row {
      open = List.copyOf(open);
      signed = List.copyOf(signed);
    }
  }
}
