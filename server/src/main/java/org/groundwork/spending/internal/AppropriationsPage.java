// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * The decisions by which money leaves the funds.
 *
 * @param limit above it money leaves only under one of them
 * @param records whether the reader may write one down
 */
public record AppropriationsPage(List<Row> rows, Money limit, boolean records) implements View {
  public AppropriationsPage { rows = List.copyOf(rows); }

  /** One of them; {@code state} as message keys have it. */
  public record Row(UUID id, String purpose, String fund, Money amount, Money used, Money left, LocalDate decided,
      String body, String state) {
    private static final int WIDE = 100;

    /** How much of it is used, in hundredths, rounded down. */
    public long share() {
      return Math.min(WIDE, used.minor() * WIDE / amount.minor());
    }
  }
}
