// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Handover;
import org.groundwork.treasury.Handover.Tick;
import org.groundwork.treasury.HandoverItem;

/** A handover that is done, as it was ticked. */
public record PastHandoverPage(Currency currency, Handover handover, String giver, String taker, List<Line> lines,
    ZoneId zone) implements View {
  public PastHandoverPage { lines = List.copyOf(lines); }

  /**
   * A thing on the list.
   *
   * @param item with what it came to when whoever hands over ticked it
   */
  public record Line(HandoverItem item, Optional<Tick> giver, Optional<Tick> taker) {
    /** The same for whoever does not read what an account came to. */
    Line withoutMoney() {
      return new Line(item.withoutMoney(), giver.map(this::silent), taker.map(this::silent));
    }

    private Tick silent(Tick tick) {
      return item.isMoney() ? new Tick(tick.item(), tick.side(), OptionalLong.empty(), tick.at()) : tick;
    }
  }
}
