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
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lines were taken for, as it is kept. */
public final class Settlements {
  private final JdbcClient jdbc;
  private final BankSeals seals;
  private final Ids ids;
  private final Clock clock;

  Settlements(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /** Everything that was said of a line, also what was taken back, the newest first. */
  public List<Settlement> of(UUID line) {
    return jdbc.sql("""
        select id, kind, how, entry_id, entered_on, words, undone_at from banking.settlement
        where local_id = ? and line_id = ? order by id desc""")
        .params(BankScope.local(), line)
        .query(this::read)
        .list();
  }

  /** What stands for these lines now. */
  public Map<UUID, Settlement> now(Collection<UUID> lines) {
    var found = new HashMap<UUID, Settlement>();
    jdbc.sql("""
        select line_id, id, kind, how, entry_id, entered_on, words, undone_at from banking.settlement
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
    return new Settlement(id, Settlement.Kind.of(rs.getString("kind")), Proposal.How.of(rs.getString("how")),
        Optional.ofNullable(rs.getObject("entry_id", UUID.class)),
        Optional.ofNullable(rs.getDate("entered_on")).map(java.sql.Date::toLocalDate),
        seals.openIfAny("settlement", "words", id, rs.getBytes("words")), rs.getTimestamp("undone_at") != null,
        parts(id));
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

  /** Writes down what a line was taken for. */
  void insert(UUID line, Settlement said) {
    jdbc.sql("""
        insert into banking.settlement (local_id, id, line_id, kind, how, entry_id, entered_on, words, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::uuid, ?::date, ?::bytea, ?::uuid, ?)""")
        .params(BankScope.local(), said.id(), line, said.kind().key(), said.how().key())
        .param(said.entry().orElse(null))
        .param(said.on().map(java.sql.Date::valueOf).orElse(null))
        .param(seals.sealIfAny("settlement", "words", said.id(), said.words()))
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

  /** Takes back what was said of a line. */
  void undo(UUID line, UUID settlement) {
    jdbc.sql("""
        update banking.settlement set undone_at = ?, undone_by = ?::uuid, version = version + 1, changed_by = ?::uuid,
          changed_at = ? where local_id = ? and id = ? and undone_at is null""")
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

  /** Learns where money of the line's other side goes. */
  void learn(UUID line, Part part) {
    jdbc.sql("""
        insert into banking.habit as h (local_id, id, other_index, incoming, ledger_account_id, fund_id, times, changed_by,
          changed_at)
        select local_id, ?, other_index, amount > 0, ?, ?, 1, ?::uuid, ? from banking.line
        where local_id = ? and id = ? and other_index is not null
        on conflict (local_id, other_index, incoming) do update set
          times = case when h.ledger_account_id = excluded.ledger_account_id and h.fund_id = excluded.fund_id
            then h.times + 1 else 1 end,
          ledger_account_id = excluded.ledger_account_id, fund_id = excluded.fund_id, version = h.version + 1,
          changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .params(ids.next(), part.account(), part.fund())
        .param(BankScope.author())
        .params(now(), BankScope.local(), line)
        .update();
  }

  /** Forgets what was learned of the line's other side: it was wrong once, so it is to be looked at again. */
  void unlearn(UUID line) {
    jdbc.sql("""
        delete from banking.habit h using banking.line l
        where h.local_id = ? and l.local_id = h.local_id and l.id = ? and h.other_index = l.other_index
          and h.incoming = (l.amount > 0)""")
        .params(BankScope.local(), line)
        .update();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
