// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import java.time.LocalDate;
import java.util.List;
import org.groundwork.gifts.Gift;
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
      String key = "gifts.because." + gift.held().map(Gift.HeldFor::key).orElse("asked");
      return key.equals("gifts.because.other-side") && gift.because().isEmpty() ? "gifts.because.boss-side" : key;
    }
  }

  public HeldPage {
    held = List.copyOf(held);
    places = List.copyOf(places);
  }
}
