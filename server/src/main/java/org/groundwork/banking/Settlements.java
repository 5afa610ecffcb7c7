// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Payment;
import org.groundwork.dues.Payments;
import org.groundwork.platform.ids.Ids;
import org.groundwork.roll.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lines were taken for, as it is kept. */
public final class Settlements {
  private final JdbcClient jdbc;
  private final BankSeals seals;
  private final Ids ids;
  private final Clock clock;
  private final Payments payments;
  private final People people;

  Settlements(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock, Payments payments, People people) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
    this.payments = payments;
    this.people = people;
  }

  /** Everything that was said of a line, also what was taken back, the newest first. */
  public List<Settlement> of(UUID line) {
    return jdbc.sql("""
        select id, kind, how, entry_id, entered_on, words, undone_at, payment_id from banking.settlement
        where local_id = ? and line_id = ? order by id desc""")
        .params(BankScope.local(), line)
        .query(this::read)
        .list();
  }

  /** What stands for these lines now. */
  public Map<UUID, Settlement> now(Collection<UUID> lines) {
    var found = new HashMap<UUID, Settlement>();
    jdbc.sql("""
        select line_id, id, kind, how, entry_id, entered_on, words, undone_at, payment_id from banking.settlement
        where local_id = ? and line_id in (select unnest(?::uuid[])) and undone_at is null""")
        .params(BankScope.local())
        .param(lines.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject("line_id", UUID.class), read(rs, 0));
        });
    return found;
  }

  private Settlement read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Optional<UUID> payment = Optional.ofNullable(rs.getObject("payment_id", UUID.class));
    return new Settlement(id, Settlement.Kind.of(rs.getString("kind")), Proposal.How.of(rs.getString("how")),
        Optional.ofNullable(rs.getObject("entry_id", UUID.class)),
        Optional.ofNullable(rs.getDate("entered_on")).map(java.sql.Date::toLocalDate),
        seals.openIfAny("settlement", "words", id, rs.getBytes("words")), rs.getTimestamp("undone_at") != null,
        parts(id), payment, payment.map(this::who).orElse(""));
  }

  /** Who paid, if that is still known. */
  private String who(UUID payment) {
    return payments.find(payment).flatMap(Payment::person).flatMap(people::known).map(People.Known::name).orElse("–");
  }

  private List<Part> parts(UUID settlement) {
    return jdbc.sql("""
        select ledger_account_id, fund_id, amount from banking.part where local_id = ? and settlement_id = ?
        order by place""")
        .params(BankScope.local(), settlement)
        .query((rs, i) -> new Part(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getLong(3)))
        .list();
  }

  /** Locks lines that nobody said anything of, in the order of their identifiers; answers those. */
  List<UUID> hold(Collection<UUID> lines, boolean settled) {
    return jdbc.sql("""
        select id from banking.line where local_id = ? and id in (select unnest(?::uuid[])) and settled = ?
        order by id for update""")
        .params(BankScope.local())
        .param(lines.toArray(UUID[]::new))
        .param(settled)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Whether the bank took back a payment of dues, by a line that stands. */
  boolean returned(UUID payment) {
    return jdbc.sql("""
        select exists (select 1 from banking.settlement
          where local_id = ? and payment_id = ? and kind = 'returned' and undone_at is null)""")
        .params(BankScope.local(), payment)
        .query(Boolean.class)
        .single();
  }

  /** What came as one payment of dues is another now. */
  void moved(UUID payment, UUID to) {
    jdbc.sql("""
        update banking.settlement set payment_id = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and payment_id = ? and kind = 'dues' and undone_at is null""")
        .param(to)
        .param(BankScope.author())
        .params(now(), BankScope.local(), payment)
        .update();
  }

  /** The entries of the books that a line was in before. */
  public List<UUID> known(UUID settlement) {
    return jdbc.sql("select entry_id from banking.known where local_id = ? and settlement_id = ? order by entry_on, id")
        .params(BankScope.local(), settlement)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Writes down what a line was taken for. */
  void insert(UUID line, Settlement said) {
    jdbc.sql("""
        insert into banking.settlement (local_id, id, line_id, kind, how, entry_id, entered_on, words, payment_id, changed_by,
          changed_at)
        values (?, ?, ?, ?, ?, ?::uuid, ?::date, ?::bytea, ?::uuid, ?::uuid, ?)""")
        .params(BankScope.local(), said.id(), line, said.kind().key(), said.how().key())
        .param(said.entry().orElse(null))
        .param(said.on().map(java.sql.Date::valueOf).orElse(null))
        .param(seals.sealIfAny("settlement", "words", said.id(), said.words()))
        .param(said.payment().orElse(null))
        .param(BankScope.author())
        .param(now())
        .update();
    int place = 1;
    for (Part part : said.parts()) {
      insert(said.id(), place++, part);
    }
    settled(line, true);
  }

  private void insert(UUID settlement, int place, Part part) {
    jdbc.sql("""
        insert into banking.part (local_id, id, settlement_id, place, ledger_account_id, fund_id, amount, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
        .params(BankScope.local(), ids.next(), settlement, place, part.account(), part.fund(), part.amount())
        .param(BankScope.author())
        .param(now())
        .update();
  }

  /**
   * Takes back what was said of a line.
   *
   * @param done how that stands in the books
   */
  void undo(UUID line, UUID settlement, Undoing.Done done) {
    jdbc.sql(
        """
        update banking.settlement set undone_entry_id = ?::uuid, undone_on = ?::date, undone_at = ?, undone_by = ?::uuid,
          version = version + 1, changed_by = ?::uuid, changed_at = ? where local_id = ? and id = ? and undone_at is null""")
        .param(done.entry().orElse(null))
        .param(done.on().map(java.sql.Date::valueOf).orElse(null))
        .param(now())
        .param(BankScope.author())
        .param(BankScope.author())
        .params(now(), BankScope.local(), settlement)
        .update();
    settled(line, false);
  }

  private void settled(UUID line, boolean settled) {
    jdbc.sql("""
        update banking.line set settled = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(settled)
        .param(BankScope.author())
        .params(now(), BankScope.local(), line)
        .update();
  }

  /** The other side of a line, if it is named: its keyed hash, and whether money came from there. */
  @SuppressWarnings("ArrayRecordComponent") // as the statement takes it
  private record Other(byte[] index, boolean incoming) {}

  private Optional<Other> other(UUID line) {
    return jdbc.sql("""
        select other_index, amount > 0 from banking.line where local_id = ? and id = ? and other_index is not null""")
        .params(BankScope.local(), line)
        .query((rs, i) -> new Other(rs.getBytes(1), rs.getBoolean(2)))
        .optional();
  }

  /** Learns whose dues money of the line's other side is, or else where it goes. */
  void learn(UUID line, Optional<Part> part, Optional<UUID> person) {
    jdbc.sql("""
        insert into banking.habit (local_id, id, other_index, incoming, ledger_account_id, fund_id, person_id, times,
          changed_by, changed_at)
        select l.local_id, ?, l.other_index, l.amount > 0, ?::uuid, ?::uuid, ?::uuid, 1, ?::uuid, ?
        from banking.line l where l.local_id = ? and l.id = ? and l.other_index is not null
        on conflict (local_id, other_index, incoming) do update set
          times = case when banking.habit.ledger_account_id is not distinct from excluded.ledger_account_id
            and banking.habit.fund_id is not distinct from excluded.fund_id
            and banking.habit.person_id is not distinct from excluded.person_id
            then banking.habit.times + 1 else 1 end,
          person_id = excluded.person_id, ledger_account_id = excluded.ledger_account_id, fund_id = excluded.fund_id,
          version = banking.habit.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .param(ids.next())
        .param(part.map(Part::account).orElse(null))
        .param(part.map(Part::fund).orElse(null))
        .param(person.orElse(null))
        .param(BankScope.author())
        .params(now(), BankScope.local(), line)
        .update();
  }

  /** Forgets what was learned of the line's other side: it was wrong once, so it is to be looked at again. */
  void unlearn(UUID line) {
    other(line).ifPresent(other -> jdbc
        .sql("delete from banking.habit where local_id = ? and other_index = ? and incoming = ?")
        .params(BankScope.local(), other.index(), other.incoming())
        .update());
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
