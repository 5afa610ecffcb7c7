// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.Meter;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * Where the local's money comes from, and what of it is named.
 *
 * @param reading what the meter says; absent before the books are open
 * @param months the names of its months
 * @param caps the members' rule, ready to read
 * @param bodies what bodies outside gave, the latest first
 * @param sees whether the reader sees the money, and so sums of few
 */
public record GiftsPage(Optional<Meter.Reading> reading, List<String> months, List<Cap> caps, List<Body> bodies,
    java.util.Currency currency, boolean sees) implements View {

  /** A cap, ready to read: a key and its arguments. */
  public record Cap(String key, List<Object> arguments) {
    public Cap { arguments = List.copyOf(arguments); }
  }

  /** What a body outside gave. */
  public record Body(Gift gift, Money amount) {}

  public GiftsPage {
    months = List.copyOf(months);
    caps = List.copyOf(caps);
    bodies = List.copyOf(bodies);
  }

  /** The classes of which something came in, in their order; dues always. */
  public List<UsedFor> classes() {
    return Meter.classes()
        .stream()
        .filter(
            each -> each == UsedFor.DUES || reading.filter(read -> read.sums().getOrDefault(each, 0L) != 0).isPresent())
        .toList();
  }

  /** Whether a kind's sum of a month is told, or of all of them where no month is given. */
  public boolean told(UsedFor use, Optional<YearMonth> month) {
    return sees || use != UsedFor.MEMBERS_GIFTS
        || reading.filter(read -> month.isPresent() ? read.few().contains(month.get()) : read.fewInAll()).isEmpty();
  }

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, currency); }
}
