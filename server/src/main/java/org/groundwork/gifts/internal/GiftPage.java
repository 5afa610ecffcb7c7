// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.gifts.GiftClass;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Fund;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Writing down something that was given.
 *
 * @param member the member who gives, if it is one
 * @param found members whose name was looked for; absent if none was
 * @param over whether it is more than they may give, so that the rest can be held
 */
public record GiftPage(String member, List<Account> places, List<Account> expenses, List<Fund> funds, String currency,
    GiftForm form, FormErrors errors, Optional<List<Found>> found, boolean over) implements View {

  /** A member who was found. */
  public record Found(UUID person, String name) {}

  public GiftPage {
    places = List.copyOf(places);
    expenses = List.copyOf(expenses);
    funds = List.copyOf(funds);
    found = found.map(List::copyOf);
  }

  /** What it can be. */
  public List<GiftClass> classes() {
    return member.isEmpty()
        ? Arrays.stream(GiftClass.values()).filter(each -> each != GiftClass.MEMBERS_GIFTS).toList()
        : List.of(GiftClass.MEMBERS_GIFTS, GiftClass.GIFTS_IN_KIND);
  }

  /** The same with the members whose name was looked for. */
  GiftPage looking(Optional<List<Found>> members) {
    return new GiftPage(member, places, expenses, funds, currency, form, errors, members, over);
  }
}
