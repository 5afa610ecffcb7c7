// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads what officers say of counted receipts. */
final class CorrectionRows {
  private static final String SELECT = """
      select c.id, c.round_id, c.taking_id, c.was_visit_id, c.was_amount, c.was_way, c.visit_id, c.amount, c.way, c.reason,
        c.state, p.person_id as proposer, c.proposed_account, c.proposed_on, d.person_id as decider, c.decided_on,
        c.was_entry_id, c.new_entry_id, c.count_entry_id
      from rounds.correction c
      left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.proposed_by
      left join roll.api_person_now d on d.local_id = c.local_id and d.id = c.decided_by
      where c.local_id = ?""";
  private final JdbcClient jdbc;
  private final Seals seals;
  private final Scope scope;

  CorrectionRows(JdbcClient jdbc, Seals seals, Scope scope) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.scope = scope;
  }

  /** Writes down, by the caller, what a receipt should have been. */
  UUID insert(Taking taking, Correction.Version right, String reason) {
    UUID id = scope.ids().next();
    jdbc.sql("""
        insert into rounds.correction (local_id, id, round_id, taking_id, was_visit_id, was_amount, was_way, visit_id,
          amount, way, reason, state, proposed_by, proposed_account, proposed_on, changed_by, changed_at)
        values (:local, :id, :round, :taking, :wasVisit::uuid, :wasAmount, :wasWay, :visit::uuid, :amount, :way, :reason,
          'waits', :me, :account, :on, :me, :now)""")
        .param("local", Scope.local())
        .param("id", id)
        .param("round", taking.round())
        .param("taking", taking.id())
        .param("wasVisit", taking.visit().orElse(null))
        .param("wasAmount", taking.amount())
        .param("wasWay", way(taking.cheque()))
        .param("visit", right.visit().orElse(null))
        .param("amount", right.amount())
        .param("way", way(right.cheque()))
        .param("reason", seals.seal("correction", "reason", id, reason))
        .param("me", Scope.me())
        .param("account", Callers.actor().account())
        .param("on", Date.valueOf(scope.today()))
        .param("now", scope.now())
        .update();
    return id;
  }

  private static String way(boolean cheque) { return cheque ? "cheque" : "cash"; }

  /**
   * It is in the books.
   *
   * @param second whether the caller is the second person
   */
  void done(UUID correction, Correction.Entries entries, boolean second) {
    jdbc.sql("""
        update rounds.correction set state = 'done', decided_by = ?::uuid, decided_on = ?, was_entry_id = ?::uuid,
          new_entry_id = ?::uuid, count_entry_id = ?::uuid, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
        .param(second ? Scope.me() : null)
        .param(Date.valueOf(scope.today()))
        .param(entries.was().orElse(null))
        .param(entries.right().orElse(null))
        .param(entries.count().orElse(null))
        .params(Scope.me(), scope.now(), Scope.local(), correction)
        .update();
  }

  /** Nothing comes of it: the caller said so. */
  void refused(UUID correction) {
    jdbc.sql("""
        update rounds.correction set state = 'refused', decided_by = ?, decided_on = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .params(Scope.me(), Date.valueOf(scope.today()), Scope.me(), scope.now(), Scope.local(), correction)
        .update();
  }

  Optional<Correction> find(UUID correction) {
    return jdbc.sql(SELECT + " and c.id = ?").params(Scope.local(), correction).query(this::read).optional();
  }

  /** Those of a round, the latest first. */
  List<Correction> of(UUID round) {
    return jdbc.sql(SELECT + " and c.round_id = ? order by c.id desc")
        .params(Scope.local(), round)
        .query(this::read)
        .list();
  }

  /** Whether one waits about a receipt. */
  boolean waits(UUID taking) {
    return jdbc.sql("""
        select exists (select 1 from rounds.correction where local_id = ? and taking_id = ? and state = 'waits')""")
        .params(Scope.local(), taking)
        .query(Boolean.class)
        .single();
  }

  /** How many corrections a receipt had that the books have. */
  int done(UUID taking) {
    return jdbc.sql("""
        select count(*)::integer from rounds.correction where local_id = ? and taking_id = ? and state = 'done'""")
        .params(Scope.local(), taking)
        .query(Integer.class)
        .single();
  }

  /** The rounds on which something waits that somebody did not say themself, the oldest first. */
  List<UUID> waitingFor(UUID person, UUID account) { return jdbc.sql("""
        select c.round_id from rounds.correction c
        left join roll.api_person_now p on p.local_id = c.local_id and p.id = c.proposed_by
        where c.local_id = ? and c.state = 'waits' and c.proposed_account <> ? and p.person_id is distinct from ?
        order by c.id""").params(Scope.local(), account, person).query((rs, i) -> rs.getObject(1, UUID.class)).list(); }

  private Correction read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Correction(id, rs.getObject("round_id", UUID.class), rs.getObject("taking_id", UUID.class),
        new Correction.Version(uuid(rs, "was_visit_id"), rs.getLong("was_amount"),
            "cheque".equals(rs.getString("was_way"))),
        new Correction.Version(uuid(rs, "visit_id"), rs.getLong("amount"), "cheque".equals(rs.getString("way"))),
        seals.openIfAny("correction", "reason", id, rs.getBytes("reason")),
        Correction.State.of(rs.getString("state")),
        new Correction.Proposed(uuid(rs, "proposer"), rs.getObject("proposed_account", UUID.class),
            rs.getDate("proposed_on").toLocalDate()),
        uuid(rs, "decider"), Optional.ofNullable(rs.getDate("decided_on")).map(Date::toLocalDate),
        new Correction.Entries(uuid(rs, "was_entry_id"), uuid(rs, "new_entry_id"), uuid(rs, "count_entry_id")));
  }

  private static Optional<UUID> uuid(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, UUID.class));
  }
}
