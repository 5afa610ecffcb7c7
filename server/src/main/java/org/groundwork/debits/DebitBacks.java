// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.JobFailure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payments that were never collected or that come back, one by one: as a file of the bank says it, or as whoever keeps the money says
 * it, for banks that send no file. Runs inside the caller's transaction.
 */
public final class DebitBacks {
  /** The most that a bank takes for a payment that comes back, in cents. */
  public static final long MOST_FEE = DebitReport.MOST_FEE;
  private final JdbcClient jdbc;
  private final DebitItems items;
  private final DebitMandates mandates;
  private final DebitBooking booking;
  private final Told told;

  /** Who is told, and what is written down of it. */
  record Told(DebitPost post, Audit audit) {}

  DebitBacks(JdbcClient jdbc, DebitItems items, DebitMandates mandates, DebitBooking booking, Told told) {
    this.jdbc = jdbc;
    this.items = items;
    this.mandates = mandates;
    this.booking = booking;
    this.told = told;
  }

  /**
   * The bank took a payment out of the file before it was collected: it does not count as paid, and what it asked for may be asked for
   * again. The member is not written to, for most often they asked for it.
   *
   * @return false, and nothing changed, if it is not in a file any more: it was collected or came back meanwhile
   */
  public boolean tookOut(UUID item) {
    DebitItem held = items.hold(item).filter(each -> each.state() == DebitItem.State.FILED).orElse(null);
    if (held == null) {
      return false;
    }
    neverCollected(held, new DebitItems.Back(Reason.TAKEN_OUT, mandates.today(), 0));
    did("debit-taken-out", held, "");
    return true;
  }

  /**
   * A payment that was collected came back.
   *
   * @param reason as the bank says it
   * @param on the day on which the bank took it back, from the day on which it was collected until today
   * @param fee what the bank took for it, in cents, 0 … {@link #MOST_FEE}
   * @return false, and nothing changed, if it is not collected, or came back before
   * @throws JobFailure if the books do not take it; then the transaction must not be committed
   * @throws IllegalArgumentException when a bound is not kept
   */
  public boolean cameBack(UUID item, Reason reason, LocalDate on, long fee) {
    DebitItem held = items.hold(item).filter(each -> each.state() == DebitItem.State.TAKEN).orElse(null);
    if (held == null) {
      return false;
    }
    if (fee < 0 || fee > MOST_FEE || on.isBefore(held.due()) || on.isAfter(mandates.today())) {
      throw new IllegalArgumentException("a payment that came back on " + on + " for " + fee);
    }
    returned(held, new DebitItems.Back(reason, on, fee), true);
    return true;
  }

  /**
   * Takes back what was collected, of an item that the caller holds.
   *
   * @param single whether the bank speaks of this payment alone, and not of a file or a batch
   */
  void returned(DebitItem item, DebitItems.Back back, boolean single) {
    Into into = into(item.collection());
    if (into.each()) {
      booking.backByItself(item, into.account(), back);
    } else {
      booking.back(item, into.account(), back);
    }
    items.back(item.id(), DebitItem.State.RETURNED, back);
    did("debit-returned", item, back.reason().code());
    follow(item, back.reason(), single);
  }

  /** Notes that an item that the caller holds never was collected. */
  void rejected(DebitItem item, DebitItems.Back back, boolean single) {
    neverCollected(item, back);
    did("debit-rejected", item, back.reason().code());
    follow(item, back.reason(), single);
  }

  private void neverCollected(DebitItem item, DebitItems.Back back) {
    items.back(item.id(), DebitItem.State.REJECTED, back);
    if (items.isLast(item.id())) {
      item.mandate().ifPresent(mandates::openAgain);
    }
  }

  /** Into which account the bank paid a collection, and whether each payment by itself. */
  private record Into(UUID account, boolean each) {}

  private Into into(UUID collection) {
    return jdbc.sql("select account_id, booked_as from debits.collection where local_id = ? and id = ?")
        .params(Scope.local(), collection)
        .query((rs, i) -> new Into(rs.getObject(1, UUID.class),
            rs.getString(2).equals(DebitCollections.BookedAs.EACH.key())))
        .single();
  }

  private void did(String what, DebitItem item, String detail) {
    told.audit()
        .record(what, item.person()
            .map(person -> new SubjectRef("person", person))
            .orElseGet(() -> new SubjectRef("debit-collection", item.collection())), detail);
  }

  /** Where a whole file was rejected, nothing is wrong with any of its mandates and nobody has to do anything about it. */
  private void follow(DebitItem item, Reason reason, boolean single) {
    if (!single) {
      return;
    }
    boolean ended = reason.endsTheMandate()
        && item.mandate().filter(mandate -> mandates.refuse(mandate, reason)).isPresent();
    if (!reason.died()) {
      item.person().ifPresent(person -> told.post().back(person, item, reason, ended));
    }
  }
}
