// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.cards.CardIntent;
import org.groundwork.cards.StillCharged;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import java.time.ZoneId;

/**
 * Where a member pays by card.
 *
 * @param offered whether the local offers it
 * @param live whether real money moves
 * @param due what is due now, in minor units
 * @param repeating what they pay again and again, or are about to
 * @param past what they went to Stripe for, the latest first
 * @param still why it should perhaps not go on repeating; empty while nothing speaks for it
 * @param room what they may still give beside dues; empty if nothing limits it
 */
public record MyCardPage(boolean offered, boolean live, long due, Optional<CardIntent> repeating, List<CardIntent> past,
    Optional<StillCharged.Why> still, Optional<Money> room, Currency currency, ZoneId zone, Typed typed,
    FormErrors errors) implements View {

  /** What was typed. */
  public record Typed(String once, String what, String amount) {}

  public MyCardPage { past = List.copyOf(past); }

  /** A sum in the books’ money. */
  public Money money(long minor) { return new Money(minor, currency); }
}
