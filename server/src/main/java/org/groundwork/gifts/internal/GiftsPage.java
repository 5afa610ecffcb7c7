// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.Meter;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * Where the local's money comes from, and what of it is named.
 *
 * @param ready whether the books are open
 * @param reading what the meter says; absent where the reader may read nothing of it yet
 * @param closed the last month that is closed, and what it is called
 * @param months the names of its months
 * @param caps the members' rule, ready to read
 * @param bodies what bodies outside gave, the latest first
 * @param sees whether the reader sees the money, and so sums of few
 */
public record GiftsPage(boolean ready, Optional<Meter.Reading> reading, Optional<Closed> closed, List<String> months,
    List<Cap> caps,
    List<Body> bodies, java.util.Currency currency, boolean sees) implements View {

  /** The last month that is closed. */
  public record Closed(YearMonth month, String name) {}

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
            each -> each == UsedFor.DUES || sum(each) != 0 || (each == UsedFor.MEMBERS_GIFTS && few()))
        .toList();
  }

  private long sum(UsedFor use) { return reading.map(read -> read.sums().getOrDefault(use, 0L)).orElse(0L); }

  /** Whether there is something that the reader gets no sum of. */
  public boolean few() {
    return !sees && reading.filter(read -> !read.few().isEmpty()).isPresent();
  }

  /** How many of the twelve months lie before the first in which something came in, and so say nothing. */
  public int before() {
    List<Meter.Month> all = reading.map(Meter.Reading::months).orElseGet(List::of);
    Set<YearMonth> few = reading.map(Meter.Reading::few).orElseGet(Set::of);
    int at = 0;
    while (at < all.size() && all.get(at).sum() == 0 && !few.contains(all.get(at).month())) {
      at++;
    }
    return at;
  }

  /** The months from the first on in which something came in. */
  public List<Meter.Month> shown() {
    List<Meter.Month> all = reading.map(Meter.Reading::months).orElseGet(List::of);
    return all.subList(before(), all.size());
  }

  /** Whether a month is not closed yet, so that what came in may change; an empty one may be older than the books. */
  public boolean open(Meter.Month month) {
    return closed.map(last -> month.month().isAfter(last.month())).orElse(month.sum() != 0);
  }

  /** Whether a kind's sum of a month is told, or of all of them where no month is given. */
  public boolean told(UsedFor use, Optional<YearMonth> month) {
    return use != UsedFor.MEMBERS_GIFTS || !few()
        || month.map(of -> reading.filter(read -> read.few().contains(of)).isEmpty()).orElse(sum(use) != 0);
  }

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, currency); }
}
