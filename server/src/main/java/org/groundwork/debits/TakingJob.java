// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes what the bank booked of a collection into the books, some payments in a step, each once; then what each batch came to. */
final class TakingJob implements JobKind<TakingJob.OfCollection> {
  /** Which collection. */
  record OfCollection(UUID collection) {}

  private static final String ITEMS = "items";
  private static final String DONE = "done";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Parts parts;
  private final Clock clock;
  private final int atOnce;

  /** What it works with. */
  record Parts(DebitItems items, DebitMandates mandates, DebitBooking booking, Audit audit) {}

  /** @param atOnce how many payments are taken in a step */
  TakingJob(JdbcClient jdbc, Transactions transactions, Parts parts, Clock clock, int atOnce) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.parts = parts;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  @Override
  public String name() { return "debits-take"; }

  @Override
  public Class<OfCollection> parameters() { return OfCollection.class; }

  @Override
  public Power seenBy() { return Power.SEE_MONEY; }

  @Override
  public String back(OfCollection of) { return "dues/debits/collections/" + of.collection(); }

  private record Row(LocalDate taken, UUID account, int items, DebitCollections.BookedAs as, String identifier) {}

  @Override
  public void run(JobContext context, OfCollection of) {
    Row row = transactions.read(() -> jdbc
        .sql(
            "select taken_on, account_id, items, booked_as, identifier from debits.collection where local_id = ? and id = ?")
        .params(Scope.local(), of.collection())
        .query((rs, i) -> new Row(rs.getDate(1).toLocalDate(), rs.getObject(2, UUID.class), rs.getInt(3),
            DebitCollections.BookedAs.of(rs.getString(4)).orElseThrow(), rs.getString(5)))
        .single());
    String at = context.checkpoint().orElse(ITEMS);
    int done = 0;
    while (at.equals(ITEMS)) {
      at = context.step(() -> some(context, of.collection(), row));
      done = Math.min(row.items(), done + atOnce);
      context.progress(done, row.items());
    }
  }

  private String some(JobContext context, UUID collection, Row row) {
    List<DebitItem> some = parts.items().of(collection, DebitItem.State.FILED, Optional.empty(), atOnce);
    if (some.isEmpty()) {
      end(collection, row);
      return DONE;
    }
    for (DebitItem each : some) {
      var held = parts.items().hold(each.id()).filter(item -> item.state() == DebitItem.State.FILED);
      if (held.isPresent()) { // else it was rejected meanwhile
        take(held.get(), row);
        context.count("taken", 1);
      }
    }
    return ITEMS;
  }

  private void take(DebitItem item, Row row) {
    boolean each = row.as() == DebitCollections.BookedAs.EACH;
    DebitBooking.Booked booked = parts.booking()
        .take(item, row.taken(), each ? Optional.of(row.account()) : Optional.empty());
    parts.items()
        .taken(item.id(), booked.payment(), booked.payment().isPresent()
            ? Optional.empty()
            : Optional.of(booked.entry()));
    if (!each) {
      parts.booking().add(batch(item.id()), booked.entry());
    }
    item.mandate().ifPresent(mandate -> parts.mandates().collected(mandate, item.due(), row.identifier()));
  }

  private UUID batch(UUID item) {
    return jdbc.sql("select batch_id from debits.item where local_id = ? and id = ?")
        .params(Scope.local(), item)
        .query(UUID.class)
        .single();
  }

  private void end(UUID collection, Row row) {
    if (row.as() == DebitCollections.BookedAs.WHOLE) {
      parts.booking().moveWhole(collection, row.account(), row.taken());
    } else {
      parts.booking().move(collection, row.account(), row.taken());
    }
    jdbc.sql("""
        update debits.collection set state = 'collected', version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'taking'""")
        .params(Timestamp.from(clock.instant()), Scope.local(), collection)
        .update();
    parts.audit().record("debit-collection-entered", new SubjectRef("debit-collection", collection), "");
  }
}
