// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.debits.DebitItem;
import org.groundwork.debits.DebitMandate;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One's own direct debit: the mandate, or the form for it, and what was collected.
 *
 * @param offered whether the local collects at all
 * @param mandate the one in force, else the latest
 * @param text what is signed, line by line
 * @param next what is asked for next
 * @param items what was asked for, the latest first
 * @param changing whether another mandate is given in place of the one in force
 */
public record MyDebitPage(boolean offered, Optional<DebitMandate> mandate, List<String> text,
    Optional<DebitItem> next, List<DebitItem> items, MandateForm form, FormErrors errors, boolean changing, ZoneId zone)
    implements
      View {
  private static final Currency EURO = Currency.getInstance("EUR");

  /** Copies the lists. */
  public MyDebitPage {
    text = List.copyOf(text);
    items = List.copyOf(items);
  }

  /** Whether something may be collected. */
  public boolean inForce() {
    return mandate.filter(DebitMandate::inForce).isPresent();
  }

  /** A sum in euro. */
  public Money money(long cents) { return new Money(cents, EURO); }
}
