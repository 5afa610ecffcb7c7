// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What collections ask of members, one by one. Runs inside the caller's transaction. */
public final class DebitItems {
  private static final String SELECT = """
      select i.id, i.collection_id, c.due_on, coalesce(n.person_id, i.person_id) as person_id, i.mandate_id, i.reference, i.amount,
        i.state, i.why, i.told, i.payment_id, i.entry_id, i.reason, i.back_on, i.fee
      from debits.item i
      join debits.collection c on c.local_id = i.local_id and c.id = i.collection_id
      left join roll.api_person_now n on n.local_id = i.local_id and n.id = i.person_id
      where i.local_id = ?""";
  private final JdbcClient jdbc;
  private final Candidates candidates;
  private final Clock clock;

  DebitItems(JdbcClient jdbc, Candidates candidates, Clock clock) {
    this.jdbc = jdbc;
    this.candidates = candidates;
    this.clock = clock;
  }

  /** Writes down what is asked of somebody; nothing happens if the collection asks them already. */
  void add(UUID id, UUID collection, Candidates.Asked asked) {
    int fresh = jdbc.sql("""
        insert into debits.item (local_id, id, collection_id, person_id, mandate_id, reference, amount, state, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, 'made', ?)
        on conflict (local_id, collection_id, person_id) where person_id is not null do nothing""")
        .params(Scope.local(), id, collection, asked.person(), asked.mandate(), asked.reference(), asked.amount(),
            now())
        .update();
    if (fresh == 1) {
      candidates.keep(id, asked);
    }
  }

  /** One of them. */
  public Optional<DebitItem> find(UUID item) {
    return jdbc.sql(SELECT + " and i.id = ?").params(Scope.local(), item).query(DebitItems::read).optional();
  }

  /** Some of them, by their identifiers. */
  Map<UUID, DebitItem> find(Collection<UUID> some) {
    return jdbc.sql(SELECT + " and i.id in (select unnest(?::uuid[]))")
        .params(Scope.local(), some.toArray(UUID[]::new))
        .query(DebitItems::read)
        .stream()
        .collect(Collectors.toMap(DebitItem::id, each -> each));
  }

  /** One of them, that nobody else changes before the transaction ends. */
  Optional<DebitItem> hold(UUID item) {
    jdbc.sql("select id from debits.item where local_id = ? and id = ? for update")
        .params(Scope.local(), item)
        .query(rs -> {});
    return find(item);
  }

  /** Those of a collection in some state, in the order of their identifiers, behind one; at most {@code most}. */
  public List<DebitItem> of(UUID collection, DebitItem.State state, Optional<UUID> after, int most) {
    return jdbc.sql(SELECT + "\n" + """
         and i.collection_id = ? and i.state = ? and i.id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
        order by i.id limit ?""")
        .params(Scope.local(), collection, state.key())
        .param(after.orElse(null))
        .param(most)
        .query(DebitItems::read)
        .list();
  }

  /** Those whose members have not been told yet, behind one; at most {@code most}. */
  List<DebitItem> untold(UUID collection, UUID after, int most) {
    return jdbc.sql(SELECT + " and i.collection_id = ? and i.state = 'made' and i.told is null and i.id > ? "
        + "order by i.id limit ?").params(Scope.local(), collection, after, most).query(DebitItems::read).list();
  }

  /** Those whose members have to be told by letter; at most {@code most}. */
  public List<DebitItem> forLetters(UUID collection, int most) {
    return jdbc.sql(SELECT + " and i.collection_id = ? and i.told = 'letter' and i.state in ('made', 'filed') "
        + "order by i.id limit ?").params(Scope.local(), collection, most).query(DebitItems::read).list();
  }

  /**
   * Those in a file that should not be collected any more, so that the bank has to be told: the mandate ended, or the record was deleted.
   * At most {@code most}.
   */
  public List<DebitItem> toStop(UUID collection, int most) {
    return jdbc.sql(SELECT + "\n" + """
         and i.collection_id = ? and i.state = 'filed' and (i.person_id is null or not exists (
          select 1 from debits.mandate m where m.local_id = i.local_id and m.id = i.mandate_id
            and (m.ended_on is null or m.state = 'used-up'))) order by i.id limit ?""")
        .params(Scope.local(), collection, most)
        .query(DebitItems::read)
        .list();
  }

  /** What was asked of somebody, the latest first; at most {@code most}. */
  public List<DebitItem> of(UUID person, int most) {
    return jdbc.sql(SELECT + " and n.person_id = ? order by i.id desc limit ?")
        .params(Scope.local(), person, most)
        .query(DebitItems::read)
        .list();
  }

  /**
   * Those that a payment which comes back may be, by a mandate and no other sign: of this amount, due before or on its day and at most
   * thirteen months earlier. One that came back before is among them, for the same may be told twice. At most two.
   */
  List<UUID> byMandate(String reference, long amount, LocalDate on) {
    Date day = Date.valueOf(on);
    return jdbc.sql("""
        select i.id from debits.item i
        join debits.collection c on c.local_id = i.local_id and c.id = i.collection_id
        where i.local_id = ? and i.reference = ? and i.amount = ? and i.state in ('filed', 'taken', 'returned', 'rejected')
          and c.due_on <= ? and c.due_on + interval '13 months' >= ? order by i.id desc limit 2""")
        .params(Scope.local(), reference, amount, day, day)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Whether it was said to be the last by its mandate in a file. */
  boolean isLast(UUID item) {
    return jdbc.sql("""
        select exists (select 1 from debits.item i
          join debits.batch b on b.local_id = i.local_id and b.id = i.batch_id
          where i.local_id = ? and i.id = ? and b.sequence = 'FNAL')""")
        .params(Scope.local(), item)
        .query(Boolean.class)
        .single();
  }

  /** The mandates of those of a collection that are in its file and said to be the last, in the order of the mandates. */
  List<UUID> lastOnes(UUID collection) {
    return jdbc.sql("""
        select i.mandate_id from debits.item i
        join debits.batch b on b.local_id = i.local_id and b.id = i.batch_id
        where i.local_id = ? and i.collection_id = ? and i.state = 'filed' and b.sequence = 'FNAL'
          and i.mandate_id is not null order by i.mandate_id""")
        .params(Scope.local(), collection)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Which of some identifiers are items of ours. */
  List<UUID> known(Collection<UUID> items) {
    return jdbc.sql("select id from debits.item where local_id = ? and id in (select unnest(?::uuid[]))")
        .params(Scope.local(), items.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** All in the file with this identifier, or in one of its batches; empty for the whole file. */
  List<UUID> inFile(String message, Optional<Integer> batch) {
    return jdbc.sql("""
        select i.id from debits.item i
        join debits.collection c on c.local_id = i.local_id and c.id = i.collection_id
        join debits.batch b on b.local_id = i.local_id and b.id = i.batch_id
        where i.local_id = ? and c.message_id = ? and b.place = coalesce(?::integer, b.place) order by i.id""")
        .params(Scope.local(), message)
        .param(batch.orElse(null))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** How many of a collection are in which state, and what they come to. */
  public record Count(int items, long sum) {}

  /** How many of a collection are in which state. */
  public Map<DebitItem.State, Count> count(UUID collection) {
    Map<DebitItem.State, Count> found = new EnumMap<>(DebitItem.State.class);
    jdbc.sql("""
        select state, count(*)::integer, coalesce(sum(amount), 0)::bigint from debits.item
        where local_id = ? and collection_id = ? group by state""")
        .params(Scope.local(), collection)
        .query(rs -> {
          found.put(DebitItem.State.of(rs.getString(1)), new Count(rs.getInt(2), rs.getLong(3)));
        });
    return found;
  }

  /** Somebody was told, or has to be told by letter. */
  void told(UUID item, DebitItem.Told how) {
    jdbc.sql("""
        update debits.item set told = ?, told_at = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and told is null""")
        .params(how == DebitItem.Told.MAIL ? "mail" : "letter", now(), now(), Scope.local(), item)
        .update();
  }

  /** They are in no file; what they asked for may be asked for again. */
  void leaveOut(List<UUID> some, DebitItem.Why why) {
    jdbc.sql("""
        update debits.item set state = 'left-out', why = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id in (select unnest(?::uuid[])) and state = 'made'""")
        .param(why.key())
        .param(Scope.author())
        .params(now(), Scope.local(), some.toArray(UUID[]::new))
        .update();
    candidates.free(some);
  }

  /**
   * They are in a file, in one batch.
   *
   * @param former for each the creditor identifier before, or nothing
   */
  void file(UUID batch, List<UUID> some, List<String> former) {
    jdbc.sql(
        """
        update debits.item i set state = 'filed', batch_id = ?, former_identifier = nullif(f.former, ''),
          version = i.version + 1, changed_by = ?::uuid, changed_at = ?
        from unnest(?::uuid[], ?::text[]) as f (id, former) where i.local_id = ? and i.id = f.id and i.state = 'made'""")
        .param(batch)
        .param(Scope.author())
        .params(now(), some.toArray(UUID[]::new), former.toArray(String[]::new), Scope.local())
        .update();
  }

  /** Nothing of a collection is collected. */
  void drop(UUID collection) {
    jdbc.sql(
        """
        update debits.item_charge set live = false where local_id = ? and live and item_id in (
          select i.id from debits.item i where i.local_id = ? and i.collection_id = ? and i.state in ('made', 'filed'))""")
        .params(Scope.local(), Scope.local(), collection)
        .update();
    jdbc.sql("""
        update debits.item set state = 'dropped', version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and collection_id = ? and state in ('made', 'filed')""")
        .param(Scope.author())
        .params(now(), Scope.local(), collection)
        .update();
  }

  /** It was collected: by a payment, or by an entry where nobody is left whose payment it could be. */
  void taken(UUID item, Optional<UUID> payment, Optional<UUID> entry) {
    jdbc.sql("""
        update debits.item set state = 'taken', payment_id = ?::uuid, entry_id = ?::uuid, version = version + 1,
          changed_at = ? where local_id = ? and id = ? and state = 'filed'""")
        .param(payment.orElse(null))
        .param(entry.orElse(null))
        .params(now(), Scope.local(), item)
        .update();
    candidates.free(item);
  }

  /** It came back, before or after it was collected. */
  void back(UUID item, DebitItem.State state, Back back) {
    jdbc.sql("""
        update debits.item set state = ?, reason = ?, back_on = ?, fee = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state in ('filed', 'taken')""")
        .params(state.key(), back.reason().code(), Date.valueOf(back.on()), back.fee(), now(), Scope.local(), item)
        .update();
    candidates.free(item);
  }

  /** That a bank sends something back: why, on which day, and what it took for it. */
  record Back(Reason reason, LocalDate on, long fee) {}

  /** By which of some mandates anything was ever in a file and not rejected, but for these items. */
  Set<UUID> usedBefore(List<UUID> mandates, List<DebitItem> but) {
    return new HashSet<>(jdbc.sql("""
        select distinct mandate_id from debits.item
        where local_id = ? and mandate_id in (select unnest(?::uuid[])) and id not in (select unnest(?::uuid[]))
          and state in ('filed', 'taken', 'returned')""")
        .params(Scope.local(), mandates.toArray(UUID[]::new), but.stream().map(DebitItem::id).toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  private static DebitItem read(ResultSet rs, int row) throws SQLException {
    return new DebitItem(rs.getObject("id", UUID.class), rs.getObject("collection_id", UUID.class),
        rs.getDate("due_on").toLocalDate(), Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        Optional.ofNullable(rs.getObject("mandate_id", UUID.class)), rs.getString("reference"), rs.getLong("amount"),
        DebitItem.State.of(Objects.requireNonNull(rs.getString("state"))), DebitItem.Why.of(rs.getString("why")),
        DebitItem.Told.of(rs.getString("told")), Optional.ofNullable(rs.getObject("payment_id", UUID.class)),
        Optional.ofNullable(rs.getObject("entry_id", UUID.class)),
        Optional.ofNullable(rs.getString("reason")).map(Reason::new), DebitMandates.day(rs.getDate("back_on")),
        rs.getLong("fee"));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
