// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.debits.DebitCollection;
import org.groundwork.debits.DebitItem;
import org.groundwork.debits.Reason;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * One payment of a collection, for whoever says what became of it.
 *
 * @param name whose it is; empty once their record was deleted
 */
public record DebitItemPage(DebitItem item, DebitCollection collection, String name, BackForm form, FormErrors errors)
    implements
      View {
  private static final Currency EURO = Currency.getInstance("EUR");

  /** Reasons that can be chosen. */
  public List<Reason> reasons() {
    return Reason.RETURNS.stream().map(Reason::new).toList();
  }

  /** A sum in euro. */
  public Money money(long cents) { return new Money(cents, EURO); }

  /** Whether the bank can have taken it out. */
  public boolean inFile() {
    return item.state() == DebitItem.State.FILED;
  }

  /** Whether it can come back. */
  public boolean taken() { return item.state() == DebitItem.State.TAKEN; }
}
