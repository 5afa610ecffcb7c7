// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groundwork.debits.Creditor;
import org.groundwork.debits.DebitCollection;
import org.groundwork.debits.DebitMandates;
import org.groundwork.debits.DebitReport;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * Direct debits as whoever keeps the money, or checks it, sees them.
 *
 * @param booksOpen whether there are books
 * @param euro whether they are in euro
 * @param creditor who collects, if somebody wrote it down
 * @param ready whether the account can collect
 * @param keeps whether the reader keeps the money
 */
public record DebitsPage(boolean booksOpen, boolean euro, Optional<Creditor> creditor, boolean ready,
    DebitMandates.Numbers numbers, List<Row> collections, List<DebitReport> reports, boolean keeps) implements View {

  /** A collection and what it comes to. */
  public record Row(DebitCollection collection, Money sum) {}

  /** The first collection that is to be brought to the bank and has no file yet. */
  public Optional<DebitCollection> toFile() {
    return collections.stream()
        .map(Row::collection)
        .filter(each -> each.state() == DebitCollection.State.MADE)
        .min(Comparator.comparing(DebitCollection::due));
  }

  /** Copies the lists. */
  public DebitsPage {
    collections = List.copyOf(collections);
    reports = List.copyOf(reports);
  }
}
