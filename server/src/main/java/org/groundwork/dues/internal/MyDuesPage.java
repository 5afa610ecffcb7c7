// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Choices;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Standing;
import org.groundwork.dues.Waivers;
import org.groundwork.dues.WayToPay;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What somebody owes and why, what they paid, and which rate is theirs.
 *
 * @param ready whether there is a scale
 * @param next what of the open is due first
 * @param chosen the rate that counts for them
 * @param unasked whether that is only because they have not chosen
 * @param gone the rate that they had chosen and that is no more
 * @param asked what they asked for, if nobody answered yet
 * @param paused a waiver that covers today
 * @param ways ways to pay that other parts offer
 */
public record MyDuesPage(boolean ready, Standing standing, Money open, Money ahead, Optional<LocalDate> next,
    List<Row> charges, List<Payment> payments, List<Choice> choices, Optional<UUID> chosen, boolean unasked,
    Optional<Choices.Gone> gone, Optional<Waivers.Waiver> asked, Optional<Waivers.Waiver> paused, String howToPay,
    List<WayToPay.Offer> ways,
    Wording wording,
    FormErrors errors, String done) implements View {

  /** What the reader's page needs to write sums. */
  public record Wording(java.util.Currency currency, String monthly, String words, String rate, Plan.Asks by) {}

  /**
   * A charge and what its period is called.
   *
   * @param state message key of how far it is
   */
  public record Row(Charge charge, String period, String state) {
    /** Message key of whether it is open or settled, and no more. */
    public String plain() {
      return charge.open() == 0 ? "dues.state.settled" : "dues.state.plain";
    }
  }

  /** A rate that can be chosen: what it asks, ready to read. */
  public record Choice(UUID id, String name, String asks, boolean free, boolean asksIncome, Plan.Asks by) {}

  public MyDuesPage {
    charges = List.copyOf(charges);
    payments = List.copyOf(payments);
    choices = List.copyOf(choices);
    ways = List.copyOf(ways);
  }

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, wording.currency()); }

  /** Whether the reader is in arrears. */
  public boolean late() { return standing instanceof Standing.InArrears; }
}
