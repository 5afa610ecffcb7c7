// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.groundwork.debits.DebitCollection;
import org.groundwork.debits.DebitCollections;
import org.groundwork.debits.DebitItem;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A collection: how far it is, and what is to be done.
 *
 * @param letters whom nobody could mail
 * @param stops what the bank has to be told not to collect
 * @param leftOut what is not in the file
 * @param back what came back
 * @param batches how many payments of the file are of which sequence type
 * @param today the day of the local
 * @param keeps whether the reader keeps the money
 * @param taken the day of booking as typed
 * @param bookedAs how the bank books
 * @param refused message key of why the file was not made; empty if nothing was refused
 */
public record CollectionPage(DebitCollection collection, Map<DebitItem.State, Money> sums,
    Map<DebitItem.State, Integer> counts, List<Row> letters, List<Row> stops, List<Row> leftOut, List<Row> back,
    Map<String, Integer> batches, LocalDate today, boolean keeps, String taken, DebitCollections.BookedAs bookedAs,
    String refused, FormErrors errors)
    implements
      View {
  private static final Currency EURO = Currency.getInstance("EUR");

  /** A payment, whose it is, and why it stands here: a message key, or empty. */
  public record Row(DebitItem item, String name, String why) {}

  /** Copies the lists. */
  public CollectionPage {
    letters = List.copyOf(letters);
    stops = List.copyOf(stops);
    leftOut = List.copyOf(leftOut);
    back = List.copyOf(back);
  }

  /** A sum in euro. */
  public Money money(long cents) { return new Money(cents, EURO); }

  /** What its payments come to. */
  public Money sum() { return money(collection.sum()); }

  /** How many payments are in a state. */
  public int count(DebitItem.State state) {
    return counts.getOrDefault(state, 0);
  }

  /** Whether its file can still be made. */
  public boolean canBeFiled() { return collection.canBeFiled(today); }

  /** Whether it is too late for its file. */
  public boolean tooLate() {
    return collection.state() == DebitCollection.State.MADE && !canBeFiled();
  }

  /** Whether the bank may have booked it. */
  public boolean due() { return collection.isDue(today); }
}
