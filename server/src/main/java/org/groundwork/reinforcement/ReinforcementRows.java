// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads calls for people. Runs inside the caller's transaction. */
final class ReinforcementRows {
  static final String SELECT = """
      select c.id, c.version, c.urgency, c.need, c.wanted, c.title, c.area, c.place, c.reason, c.correction,
        c.starts_at, c.ends_at, c.zone, c.campaign_id, c.action_id, c.about, c.state, c.called_by, c.called_account,
        c.confirmed_by, c.opened_at, c.expires_at, c.waves, c.next_wave_at, c.corrected_at, c.counted,
        (select n.site_id from roll.api_site_now n where n.local_id = c.local_id and n.id = c.site_id) site_id,
        t.asked, t.silent, t.coming, t.waiting, t.cannot, t.here
      from reinforcement.call c
      cross join lateral (select count(*) asked, count(*) filter (where a.state = 'asked') silent,
          count(*) filter (where a.state = 'coming') coming, count(*) filter (where a.state = 'waiting') waiting,
          count(*) filter (where a.state in ('cannot', 'withdrawn')) cannot,
          count(*) filter (where a.state = 'here') here
        from reinforcement.asked a where a.local_id = c.local_id and a.call_id = c.id) t
      where c.local_id = :local""";
  /** Of these, those that a reader may see: not a rapid call of another place for which they were not asked. */
  static final String SEEN = """
       and (c.urgency <> 'rapid' or :whole
        or exists (select 1 from roll.api_site_now o where o.local_id = c.local_id and o.id = c.site_id
          and o.site_id in (select unnest(:sites::uuid[])))
        or exists (select 1 from reinforcement.asked a
          join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
          where a.local_id = c.local_id and a.call_id = c.id and n.person_id = :person))""";
  private final JdbcClient jdbc;
  private final Seals seals;

  ReinforcementRows(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** The calls that a statement gives, which begins with {@link #SELECT} and has {@code :local} bound here. */
  List<Reinforcement> read(JdbcClient.StatementSpec statement) {
    return statement.param("local", Tenancy.current().value()).query((rs, i) -> row(rs)).list();
  }

  Optional<Reinforcement> byId(UUID id) {
    return read(jdbc.sql(SELECT + " and c.id = :id").param("id", id)).stream().findFirst();
  }

  /**
   * The call, which nobody else writes to before this transaction ends, as it is now that it is held. Its key is left
   * to those who write an answer meanwhile: their foreign key would otherwise wait for the call, and the call for them.
   */
  Optional<Reinforcement> held(UUID id) {
    var locked = jdbc.sql("select id from reinforcement.call where local_id = ? and id = ? for no key update")
        .params(Tenancy.current().value(), id)
        .query(UUID.class)
        .optional();
    return locked.flatMap(this::byId);
  }

  private Reinforcement row(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var told = new Reinforcement.Told(text(rs, id, "title"), text(rs, id, "area"), text(rs, id, "place"),
        text(rs, id, "reason"), text(rs, id, "correction"));
    var when = new Reinforcement.When(rs.getTimestamp("starts_at").toInstant(), rs.getTimestamp("ends_at").toInstant(),
        ZoneId.of(rs.getString("zone")));
    var ties = new Reinforcement.Ties(any(rs, "campaign_id"), any(rs, "action_id"), any(rs, "site_id"),
        any(rs, "about"));
    return new Reinforcement(id, rs.getLong("version"), Reinforcement.Urgency.of(rs.getString("urgency")),
        Reinforcement.Need.of(rs.getString("need")), rs.getInt("wanted"), told, when, ties,
        Reinforcement.State.of(rs.getString("state")), signed(rs), times(rs), counts(rs));
  }

  private static Reinforcement.Signed signed(ResultSet rs) throws SQLException {
    return new Reinforcement.Signed(rs.getObject("called_by", UUID.class),
        rs.getObject("called_account", UUID.class), any(rs, "confirmed_by"));
  }

  private static Reinforcement.Times times(ResultSet rs) throws SQLException {
    return new Reinforcement.Times(moment(rs, "opened_at"), rs.getTimestamp("expires_at").toInstant(),
        rs.getInt("waves"), moment(rs, "next_wave_at"), moment(rs, "corrected_at"));
  }

  private static Reinforcement.Counts counts(ResultSet rs) throws SQLException {
    int stored = rs.getInt("counted");
    var counted = rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(stored);
    return new Reinforcement.Counts(rs.getInt("asked"), rs.getInt("silent"), rs.getInt("coming"),
        rs.getInt("waiting"), rs.getInt("cannot"), rs.getInt("here"), counted);
  }

  private static Optional<UUID> any(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, UUID.class));
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private String text(ResultSet rs, UUID id, String column) throws SQLException {
    return seals.openIfAny("call", column, id, rs.getBytes(column));
  }
}
