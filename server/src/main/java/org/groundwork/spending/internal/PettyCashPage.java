// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/** The floats that the reader may see: their own, or as an officer all. */
public record PettyCashPage(List<Row> rows, Money most, boolean handsOut) implements View {
  public PettyCashPage { rows = List.copyOf(rows); }

  /**
   * One of them.
   *
   * @param holder empty once they were forgotten
   */
  public record Row(UUID id, String holder, boolean own, String fund, Money holds, boolean open, boolean counting) {}
}
