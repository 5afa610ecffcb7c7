// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.groundwork.cards.CardAccount;
import org.groundwork.cards.CardEvent;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The local’s account at Stripe, for whoever connects it.
 *
 * @param hook where Stripe sends messages; empty where nobody said how this server is reached
 * @param missing message keys of what has to be put right before members are offered it
 * @param underWay how many payments can still be paid or repeat
 * @param description as typed
 */
public record CardSetupPage(boolean books, Optional<CardAccount> account, Optional<String> hook, List<String> missing,
    int underWay, String description, ZoneId zone, String done, String refused, FormErrors errors) implements View {
  public CardSetupPage { missing = List.copyOf(missing); }

  /** What to choose at Stripe. */
  public List<String> kinds() { return CardEvent.KINDS; }
}
