// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.time.LocalDate;
import java.util.List;
import org.groundwork.gifts.Gift;
import org.groundwork.gifts.Matched;
import org.groundwork.ledger.Account;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/** What is held, and what has to go back. */
public record HeldPage(List<Held> held, List<Account> places, LocalDate today, String refused) implements View {

  /**
   * Something that is held.
   *
   * @param from who gave it
   * @param take how many officers said to take it, back how many said to return it
   * @param mine what the reader said: take, back or nothing
   * @param own whether the reader gave it, who then does not decide
   * @param wrote whether the reader wrote it down, who does not either
   */
  public record Held(Gift gift, Money amount, String from, int take, int back, String mine, boolean own,
      boolean wrote) {

    /** Message key of why it is held. */
    public String because() {
      Gift.HeldFor held = gift.held().orElse(Gift.HeldFor.ASKED);
      return "gifts.because." + (held == Gift.HeldFor.OTHER_SIDE
          ? matched().what() == Matched.What.GIVER
              ? held.key()
              : matched().what().key()
          : held.key());
    }

    /** The name of the other side that it was held for; empty where it was held for something else. */
    public String like() {
      return gift.held().filter(Gift.HeldFor.OTHER_SIDE::equals).map(_ -> matched().like()).orElse("");
    }

    private Matched matched() { return Matched.read(gift.because()); }
  }

  public HeldPage {
    held = List.copyOf(held);
    places = List.copyOf(places);
  }
}
