// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.time.YearMonth;
import java.util.List;
import org.groundwork.gifts.Gift;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * All that was given within a month, for whoever keeps or checks the money.
 *
 * @param named the month's name in the reader's language
 * @param more whether there were more than are shown
 * @param done message key of what just happened; empty for nothing
 */
public record GiftBookPage(YearMonth month, String named, List<Row> rows, boolean more, String done) implements View {

  /**
   * One gift.
   *
   * @param from who gave it; may be empty
   * @param undo whether the reader may take back that it was written down
   */
  public record Row(Gift gift, Money amount, String from, boolean undo) {}

  public GiftBookPage { rows = List.copyOf(rows); }
}
