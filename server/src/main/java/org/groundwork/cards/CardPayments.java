// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was paid at Stripe, a row for each of its payments. Runs inside the caller's transaction. */
public final class CardPayments {
  private static final String SELECT = """
      select p.id, p.intent_id, p.stripe, p.on_date, p.sum, p.currency, p.amount, p.fee, p.state, p.reason,
        p.dues_payment_id, p.entry_id, p.refunded, p.dealt, p.dispute_fee, p.booked, p.looked_at
      from cards.payment p where p.local_id = ?""";
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  CardPayments(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** One of them. */
  public Optional<CardPayment> find(UUID id) {
    return jdbc.sql(SELECT + " and p.id = ?").params(CardScope.local(), id).query(CardPayments::read).optional();
  }

  /** What was paid for an intent, the latest first; at most {@code most}. */
  public List<CardPayment> of(UUID intent, int most) {
    return jdbc.sql(SELECT + " and p.intent_id = ? order by p.on_date desc, p.id desc limit ?")
        .params(CardScope.local(), intent, most)
        .query(CardPayments::read)
        .list();
  }

  /** What was paid on a day or later, behind one, in the order of identities; at most {@code most}. */
  List<CardPayment> since(LocalDate day, UUID behind, int most) {
    return jdbc.sql(SELECT + " and p.on_date >= ? and p.id > ? order by p.id limit ?")
        .params(CardScope.local(), Date.valueOf(day), behind, most)
        .query(CardPayments::read)
        .list();
  }

  /** What waits for whoever keeps the money: what the books cannot take, and parts that were paid back; a hundred at most. */
  public List<CardPayment> waiting() {
    return jdbc.sql(SELECT + " and (p.state = 'aside' or p.refunded <> p.dealt) order by p.id limit 100")
        .param(CardScope.local())
        .query(CardPayments::read)
        .list();
  }

  /** Writes one down, or what became of it since. */
  void write(CardPayment paid) {
    jdbc.sql("""
        insert into cards.payment (local_id, id, intent_id, stripe, on_date, sum, currency, amount, fee, state, reason,
          dues_payment_id, entry_id, refunded, dealt, dispute_fee, booked, looked_at, changed_by, changed_at)
        values (:local, :id, :intent, :stripe, :on, :sum, :currency, :amount::bigint, :fee::bigint, :state, :reason,
          :dues::uuid, :entry::uuid, :refunded, :dealt, :disputeFee, :booked, :looked, :by::uuid, :now)
        on conflict (local_id, id) do update set on_date = excluded.on_date, amount = excluded.amount, fee = excluded.fee,
          state = excluded.state, reason = excluded.reason, dues_payment_id = excluded.dues_payment_id,
          entry_id = excluded.entry_id, refunded = excluded.refunded, dealt = excluded.dealt,
          dispute_fee = excluded.dispute_fee, booked = excluded.booked, looked_at = excluded.looked_at, version = cards.payment.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .param("local", CardScope.local())
        .param("id", paid.id())
        .param("intent", paid.intent())
        .param("stripe", paid.stripe())
        .param("on", Date.valueOf(paid.on()))
        .param("sum", paid.sum())
        .param("currency", paid.currency())
        .param("amount", paid.amount().isPresent() ? paid.amount().getAsLong() : null)
        .param("fee", paid.fee().isPresent() ? paid.fee().getAsLong() : null)
        .param("state", paid.state().key())
        .param("reason", paid.reason().map(CardPayment.Reason::key).orElse(null))
        .param("dues", paid.dues().orElse(null))
        .param("entry", paid.entry().orElse(null))
        .param("refunded", paid.refunded())
        .param("dealt", paid.dealt())
        .param("disputeFee", paid.disputeFee())
        .param("booked", paid.booked())
        .param("looked", Timestamp.from(paid.lookedAt()))
        .param("by", CardScope.author())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Notes that whoever keeps the money has dealt with what of it was paid back so far. */
  public void deal(UUID id) {
    int dealt = jdbc.sql("""
        update cards.payment set dealt = refunded, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and refunded <> dealt""")
        .param(CardScope.author())
        .params(Timestamp.from(clock.instant()), CardScope.local(), id)
        .update();
    if (dealt > 0) {
      audit.record("card-refund-dealt", new SubjectRef("card-payment", id), "");
    }
  }

  private static CardPayment read(ResultSet rs, int row) throws SQLException {
    return new CardPayment(rs.getObject("id", UUID.class), rs.getObject("intent_id", UUID.class),
        rs.getString("stripe"), rs.getDate("on_date").toLocalDate(), rs.getLong("sum"), rs.getString("currency"),
        number(rs, "amount"), number(rs, "fee"), CardPayment.State.of(rs.getString("state")),
        Optional.ofNullable(rs.getString("reason")).map(CardPayment.Reason::of),
        Optional.ofNullable(rs.getObject("dues_payment_id", UUID.class)),
        Optional.ofNullable(rs.getObject("entry_id", UUID.class)), rs.getLong("refunded"), rs.getLong("dealt"),
        rs.getLong("dispute_fee"), rs.getLong("booked"), rs.getTimestamp("looked_at").toInstant());
  }

  private static OptionalLong number(ResultSet rs, String column) throws SQLException {
    long number = rs.getLong(column);
    return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
