// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.util.List;
import org.groundwork.gifts.Gift;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/** What the reader gave beside dues, and what became of it. */
public record OwnGiftsPage(List<Row> rows) implements View {

  /** One gift of theirs. */
  public record Row(Gift gift, Money amount) {}

  public OwnGiftsPage { rows = List.copyOf(rows); }
}
