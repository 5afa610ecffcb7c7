// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.cards.CardAccount;
import org.groundwork.cards.CardIntent;
import org.groundwork.cards.CardPayment;
import org.groundwork.cards.StillCharged;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * What goes on with payments by card, for whoever keeps the money.
 *
 * @param waiting what has to be dealt with
 * @param repeating what members pay again and again
 * @param messages how many messages of Stripe wait
 * @param inBooks what the books say lies with services of payment, in minor units
 * @param once the identity of the form that asks Stripe
 */
public record CardMoneyPage(Optional<CardAccount> account, List<Waiting> waiting, List<Repeating> repeating,
    int messages,
    long inBooks, Currency currency, ZoneId zone, String once, String refused) implements View {

  /**
   * A payment that has to be dealt with.
   *
   * @param name who paid; empty if nobody knows any more
   * @param key message key of what there is to do
   * @param shown the sum as Stripe has it, ready to read
   */
  public record Waiting(CardPayment payment, String name, String key, String shown, boolean again) {}

  /**
   * What somebody pays again and again.
   *
   * @param still why it should perhaps stop; empty while nothing speaks for it
   */
  public record Repeating(CardIntent intent, String name, Optional<StillCharged.Why> still) {}

  public CardMoneyPage {
    waiting = List.copyOf(waiting);
    repeating = List.copyOf(repeating);
  }

  /** A sum in the books’ money. */
  public Money money(long minor) { return new Money(minor, currency); }

  /** What Stripe says lies there, in minor units; empty before it was asked. */
  public Optional<Long> atStripe() {
    return account.filter(each -> each.available().isPresent() && each.pending().isPresent())
        .map(each -> Math.addExact(each.available().getAsLong(), each.pending().getAsLong()));
  }
}
