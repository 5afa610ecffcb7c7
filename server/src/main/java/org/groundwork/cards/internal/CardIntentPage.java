// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.groundwork.cards.CardIntent;
import org.groundwork.cards.CardPayment;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * How far one payment by card is, for whoever pays it.
 *
 * @param paid what was paid for it
 * @param refused message key of why Stripe could not be asked just now; empty if it could
 */
public record CardIntentPage(CardIntent intent, List<CardPayment> paid, Currency currency, ZoneId zone, String refused)
    implements
      View {
  public CardIntentPage { paid = List.copyOf(paid); }

  /** A sum in the books’ money. */
  public Money money(long minor) { return new Money(minor, currency); }
}
