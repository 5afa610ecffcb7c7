// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads what stewards took. */
final class TakingRows {
  private static final String SELECT = """
      select t.id, t.round_id, t.visit_id, t.number, t.said_number, t.amount, t.way, t.on_date, t.state, t.why, t.note,
        t.payment_id, t.entry_id, t.count_id, n.person_id as by
      from rounds.taking t left join roll.api_person_now n on n.local_id = t.local_id and n.id = t.taken_by
      where t.local_id = ?""";
  private final JdbcClient jdbc;
  private final Seals seals;
  private final Scope scope;

  TakingRows(JdbcClient jdbc, Seals seals, Scope scope) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.scope = scope;
  }

  /**
   * Something that is written down.
   *
   * @param amount in minor units; 0 for a number that is given back
   */
  record Row(UUID id, UUID round, Optional<UUID> visit, OptionalInt number, OptionalInt said, long amount,
      boolean cheque, LocalDate on) {}

  void insert(Row row, Taking.State state, Optional<Taking.Why> why) {
    boolean none = state == Taking.State.VOID;
    jdbc.sql(
        """
        insert into rounds.taking (local_id, id, round_id, visit_id, number, said_number, amount, way, on_date, state, why,
          taken_by, changed_by, changed_at) values (:local, :id, :round, :visit::uuid, :number::integer, :said::integer,
          :amount::bigint, :way, :on, :state, :why, :me, :me, :now)""")
        .param("local", Scope.local())
        .param("id", row.id())
        .param("round", row.round())
        .param("visit", row.visit().orElse(null))
        .param("number", row.number().isPresent() ? row.number().getAsInt() : null)
        .param("said", row.said().isPresent() ? row.said().getAsInt() : null)
        .param("amount", none ? null : row.amount())
        .param("way", none ? null : row.cheque() ? "cheque" : "cash")
        .param("on", Date.valueOf(row.on()))
        .param("state", state.key())
        .param("why", why.map(Taking.Why::key).orElse(null))
        .param("me", Scope.me())
        .param("now", scope.now())
        .update();
  }

  /**
   * It is in the books.
   *
   * @param waited why it waited, if it did
   */
  void entered(UUID taking, int number, RoundBooks.Put.Done done, Optional<Taking.Why> waited) {
    jdbc.sql("""
        update rounds.taking set state = 'entered', number = ?, entry_id = ?, payment_id = ?::uuid, why = ?::text,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(number, done.entry())
        .param(done.payment().orElse(null))
        .param(waited.map(Taking.Why::key).orElse(null))
        .params(Scope.me(), scope.now(), Scope.local(), taking)
        .update();
  }

  /** It waits for an officer for another reason than was thought. */
  void waits(UUID taking, Taking.Why why) { jdbc.sql("""
        update rounds.taking set state = 'waits', why = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
      .params(why.key(), Scope.me(), scope.now(), Scope.local(), taking)
      .update(); }

  /** It was put right or refused, with a reason. */
  void ended(UUID taking, Taking.State state, String note) {
    jdbc.sql("""
        update rounds.taking set state = ?, note = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .params(state.key(), seals.seal("taking", "note", taking, note), Scope.me(), scope.now(), Scope.local(), taking)
        .update();
  }

  /** What was counted should have been this, and the books have it so; its number and its day stay. */
  void corrected(UUID taking, Correction.Version right, UUID entry, Optional<UUID> payment) {
    jdbc.sql("""
        update rounds.taking set visit_id = ?::uuid, amount = ?, way = ?, entry_id = ?, payment_id = ?::uuid,
          version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .param(right.visit().orElse(null))
        .params(right.amount(), right.cheque() ? "cheque" : "cash", entry)
        .param(payment.orElse(null))
        .params(Scope.me(), scope.now(), Scope.local(), taking)
        .update();
  }

  /** Two people counted all that is entered and was not counted. */
  void counted(UUID round, UUID count) {
    jdbc.sql("""
        update rounds.taking set count_id = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and round_id = ? and state = 'entered' and count_id is null""")
        .params(count, Scope.me(), scope.now(), Scope.local(), round)
        .update();
  }

  Optional<Taking> find(UUID taking) {
    return jdbc.sql(SELECT + " and t.id = ?").params(Scope.local(), taking).query(this::read).optional();
  }

  boolean used(UUID round, int number) {
    return jdbc.sql("""
        select exists (select 1 from rounds.taking where local_id = ? and round_id = ? and number = ?)""")
        .params(Scope.local(), round, number)
        .query(Boolean.class)
        .single();
  }

  List<Taking> of(UUID round) {
    return jdbc.sql(SELECT + " and t.round_id = ? order by t.number, t.id")
        .params(Scope.local(), round)
        .query(this::read)
        .list();
  }

  int waiting() {
    return jdbc.sql("select count(*)::integer from rounds.taking where local_id = ? and state = 'waits'")
        .param(Scope.local())
        .query(Integer.class)
        .single();
  }

  Map<UUID, Integer> waiting(Collection<UUID> rounds) {
    var found = new HashMap<UUID, Integer>();
    jdbc.sql("""
        select round_id, count(*)::integer from rounds.taking
        where local_id = ? and state = 'waits' and round_id in (select unnest(?::uuid[])) group by round_id""")
        .params(Scope.local(), rounds.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), rs.getInt(2));
        });
    return found;
  }

  /** Whether something that somebody paid is entered on a round and was not counted. */
  boolean uncountedOf(UUID round, UUID person) {
    return jdbc
        .sql(
            """
        select exists (select 1 from rounds.taking t
          join rounds.visit v on v.local_id = t.local_id and v.id = t.visit_id
          join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
          where t.local_id = ? and t.round_id = ? and t.state = 'entered' and t.count_id is null and n.person_id = ?)""")
        .params(Scope.local(), round, person)
        .query(Boolean.class)
        .single();
  }

  /** Whether somebody took something that is entered and was not counted. */
  boolean uncountedTakenBy(UUID round, UUID person) {
    return jdbc
        .sql(
            """
        select exists (select 1 from rounds.taking t
          join roll.api_person_now n on n.local_id = t.local_id and n.id = t.taken_by
          where t.local_id = ? and t.round_id = ? and t.state = 'entered' and t.count_id is null and n.person_id = ?)""")
        .params(Scope.local(), round, person)
        .query(Boolean.class)
        .single();
  }

  private Taking read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    String way = rs.getString("way");
    return new Taking(id, rs.getObject("round_id", UUID.class),
        Optional.ofNullable(rs.getObject("visit_id", UUID.class)), number(rs.getInt("number")),
        number(rs.getInt("said_number")), rs.getLong("amount"), "cheque".equals(way),
        rs.getDate("on_date").toLocalDate(), Taking.State.of(rs.getString("state")),
        Optional.ofNullable(rs.getString("why")).map(Taking.Why::of),
        seals.openIfAny("taking", "note", id, rs.getBytes("note")),
        Optional.ofNullable(rs.getObject("payment_id", UUID.class)),
        Optional.ofNullable(rs.getObject("entry_id", UUID.class)), rs.getObject("count_id", UUID.class) != null,
        Optional.ofNullable(rs.getObject("by", UUID.class)));
  }

  /** A number is never 0 but where the database has none. */
  private static OptionalInt number(int read) {
    return read == 0 ? OptionalInt.empty() : OptionalInt.of(read);
  }
}
