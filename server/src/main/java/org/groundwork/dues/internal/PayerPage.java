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
 * One member's dues, for whoever keeps the money. Whoever only checks the books sees whether they are open or settled, and
 * nothing that tells the rate.
 *
 * @param rate the rate that counts, ready to read
 * @param paused a pause that runs today
 * @param receipt the receipt of a payment that was just taken
 */
public record PayerPage(UUID person, String name, Standing standing, Money open, Money ahead, String rate,
    List<MyDuesPage.Row> charges, List<Payment> payments, List<Waivers.Waiver> waivers,
    Optional<Waivers.Waiver> paused, Talk talk, Form form, FormErrors errors,
    Optional<Payment> receipt, LocalDate today, String done) implements View {
  static final List<Way> WAYS = List.of(Way.CASH, Way.CHEQUE, Way.TRANSFER, Way.SERVICE);

  /** A payment as typed. */
  public record Form(String once, String amount, String on, String way, String note, String why) {}

  /**
   * Their steward's talk with them.
   *
   * @param covered whether they have a steward
   * @param asked when the steward was asked
   * @param talked when they were talked to since that day, or since they fell behind
   * @param time whether they asked for time since
   * @param paid whether they paid since
   */
  public record Talk(boolean covered, Optional<LocalDate> asked, Optional<LocalDate> talked, boolean time,
      boolean paid) {
    /** Whether the steward was asked and nothing came of it yet. */
    public boolean waits() {
      return asked.isPresent() && talked.isEmpty() && !time && !paid;
    }
  }

  public PayerPage {
    charges = List.copyOf(charges);
    payments = List.copyOf(payments);
    waivers = List.copyOf(waivers);
  }

  /** The ways that are taken by hand. */
  public List<Way> ways() { return WAYS; }

  /** A sum in the books' money. */
  public Money money(long minor) { return new Money(minor, open.currency()); }

  /** Whether the reader keeps the money. */
  public boolean keeps() { return DuesDesk.keeps(); }

  /** Whether the reader looks at their own. */
  public boolean own() { return person.equals(DuesDesk.me()); }

  /** Whether they are in arrears. */
  public boolean late() { return standing instanceof Standing.InArrears; }
}
