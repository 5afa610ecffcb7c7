// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.DebitItem;
import org.groundwork.debits.DebitMandate;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A mandate, for whoever keeps the money.
 *
 * @param name who gave it; empty once their record was deleted
 * @param person absent likewise
 * @param items what was collected by their mandates, the latest first
 * @param bic the name of the bank as typed, where it is missing
 */
public record MandatePage(DebitMandate mandate, String name, Optional<UUID> person, List<DebitItem> items, ZoneId zone,
    String bic, FormErrors errors)
    implements
      View {
  /** Copies the list. */
  public MandatePage { items = List.copyOf(items); }

  /** A sum in euro. */
  public Money money(long cents) {
    return new Money(cents, java.util.Currency.getInstance("EUR"));
  }
}
