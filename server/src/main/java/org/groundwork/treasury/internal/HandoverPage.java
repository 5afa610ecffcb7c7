// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.treasury.Handover;
import org.groundwork.treasury.HandoverItem;

/**
 * Handing over the money.
 *
 * @param going the one that is going on
 * @param items what is looked through, with what the books say now
 * @param past those that are done or were given up
 */
public record HandoverPage(Currency currency, Optional<Going> going, List<HandoverItem> items, List<Handover> past,
    ZoneId zone, Reader reader) implements View {
  public HandoverPage {
    items = List.copyOf(items);
    past = List.copyOf(past);
  }

  /**
   * What the reader sees and may.
   *
   * @param exact whether they read what there truly is
   * @param confirms whether they may say that the taker is who takes over
   */
  public record Reader(boolean exact, boolean confirms) {}

  /** Whether the reader takes over and nobody said yet that it is they. */
  public boolean unconfirmed() {
    return !reader.exact() && going.flatMap(Going::side).filter(Handover.Side.TAKER::equals).isPresent();
  }

  /** Whether the reader may tick what is on a side. */
  public boolean ticks(Handover.Side side) {
    return !unconfirmed() && going.flatMap(Going::side).filter(side::equals).isPresent();
  }

  /**
   * A handover.
   *
   * @param side the reader's side
   * @param giver what to call who hands over; empty while nobody said so
   * @param taker what to call who takes over; empty while nobody said so
   */
  public record Going(Handover handover, Optional<Handover.Side> side, String giver, String taker) {
    /** The side the reader could take. */
    public Optional<Handover.Side> open() {
      return side.isPresent() ? Optional.empty() : handover.open();
    }
  }

  /** Whether the reader has something left to tick. */
  public boolean left() {
    return !unconfirmed() && going.filter(one -> one.side()
        .filter(side -> items.stream().anyMatch(item -> one.handover().tick(item.item(), side).isEmpty()))
        .isPresent()).isPresent();
  }

  /** Message keys of what an item says, before and behind its figure. */
  public static String key(HandoverItem item) {
    return "treasury.handover.item." + item.key();
  }
}
