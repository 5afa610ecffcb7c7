// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.util.List;
import org.groundwork.gifts.GiftClass;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Writing down something that was given.
 *
 * @param member the member who gives, if it is one
 * @param over whether it is more than they may give, so that the rest can be held
 */
public record GiftPage(String member, List<Account> places, List<Account> expenses, List<Fund> funds, String currency,
    GiftForm form, FormErrors errors, boolean over) implements View {
  public GiftPage {
    places = List.copyOf(places);
    expenses = List.copyOf(expenses);
    funds = List.copyOf(funds);
  }

  /** What it can be. */
  public List<GiftClass> classes() {
    return member.isEmpty() ? List.of(GiftClass.values()) : List.of(GiftClass.MEMBERS_GIFTS, GiftClass.GIFTS_IN_KIND);
  }
}
