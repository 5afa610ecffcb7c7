// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Standing;
import org.groundwork.dues.Waivers;
import org.groundwork.dues.Way;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One member's dues, for whoever keeps the money.
 *
 * @param rate the rate that counts, ready to read
 * @param receipt the receipt of a payment that was just taken
 */
public record PayerPage(UUID person, String name, Standing standing, Money open, Money ahead, String rate,
    List<MyDuesPage.Row> charges, List<Payment> payments, List<Waivers.Waiver> waivers, Form form, FormErrors errors,
    Optional<Payment> receipt, LocalDate today, String done) implements View {

  /** A payment as typed. */
  public record Form(String once, String amount, String on, String way, String note, String why) {}

  public PayerPage {
    charges = List.copyOf(charges);
    payments = List.copyOf(payments);
    waivers = List.copyOf(waivers);
  }

  /** The ways that are taken by hand. */
  public List<Way> ways() {
    return List.of(Way.CASH, Way.CHEQUE, Way.TRANSFER, Way.SERVICE);
  }

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, open.currency()); }

  /** Whether they are in arrears. */
  public boolean late() { return standing instanceof Standing.InArrears; }
}
