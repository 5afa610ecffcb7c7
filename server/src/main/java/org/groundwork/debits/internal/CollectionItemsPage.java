// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.DebitCollection;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * The payments of a collection that are in its file, or that the bank collected.
 *
 * @param more behind which of them there are more
 */
public record CollectionItemsPage(DebitCollection collection, List<CollectionPage.Row> rows, Optional<UUID> more)
    implements
      View {
  private static final Currency EURO = Currency.getInstance("EUR");

  /** Copies the list. */
  public CollectionItemsPage { rows = List.copyOf(rows); }

  /** A sum in euro. */
  public Money money(long cents) { return new Money(cents, EURO); }
}
