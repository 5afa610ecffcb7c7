// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads actions with their shifts. Runs inside the caller's transaction. */
final class ActionRows {
  static final String SELECT = """
      select a.id, a.version, a.campaign_id, a.step_id, a.asks_childcare, a.asks_ride, a.asks_access, a.asks_language,
        (select n.site_id from roll.api_site_now n where n.local_id = a.local_id and n.id = a.site_id) site_id,
        a.title, a.neutral, a.place, a.access, a.languages, a.childcare, a.rides, a.starts_at, a.ends_at, a.zone,
        a.count_only, a.state, a.revision, a.in_position, a.other_sites, a.supporters, a.changed_at
      from action.action a where a.local_id = :local""";
  static final String SHIFTS = """
      select s.action_id, s.id, s.name, s.starts_at, s.ends_at, s.needed, s.capacity, s.counted, s.present,
        s.version, n.coming, n.waiting, n.attended, s.need_childcare + n.childcare childcare, s.need_ride + n.ride ride,
        s.need_access + n.access access, s.need_language + n.language language
      from action.shift s cross join lateral (select count(*) filter (where u.state = 'coming') coming,
          count(*) filter (where u.state = 'waiting') waiting, count(*) filter (where u.state = 'attended') attended,
          count(*) filter (where u.needs_childcare) childcare, count(*) filter (where u.needs_ride) ride,
          count(*) filter (where u.needs_access) access, count(*) filter (where u.needs_language is not null) language
        from action.sign_up u where u.local_id = s.local_id and u.shift_id = s.id) n
      where s.local_id = ? and s.action_id = any(?) order by s.position, s.id""";
  private final JdbcClient jdbc;
  private final Seals seals;

  ActionRows(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** The actions that a statement gives, which begins with {@link #SELECT} and has {@code :local} bound here. */
  List<Action> read(JdbcClient.StatementSpec statement) {
    var bare = statement.param("local", Tenancy.current().value()).query((rs, i) -> bare(rs)).list();
    var shifts = shifts(bare);
    return bare.stream().map(action -> whole(action, shifts.getOrDefault(action.id(), List.of()))).toList();
  }

  private Map<UUID, List<Action.Shift>> shifts(List<Action> of) {
    var found = new HashMap<UUID, List<Action.Shift>>();
    if (of.isEmpty()) {
      return found;
    }
    var zones = new HashMap<UUID, ZoneId>();
    of.forEach(action -> zones.put(action.id(), action.when().zone()));
    jdbc.sql(SHIFTS)
        .params(Tenancy.current().value(), of.stream().map(Action::id).toArray(UUID[]::new))
        .query(rs -> {
          UUID action = rs.getObject("action_id", UUID.class);
          Optional.ofNullable(zones.get(action))
              .ifPresent(zone -> found
                  .computeIfAbsent(action, _ -> new ArrayList<>())
                  .add(shift(rs, zone)));
        });
    return found;
  }

  private Action.Shift shift(ResultSet rs, ZoneId zone) {
    try {
      UUID id = rs.getObject("id", UUID.class);
      int coming = rs.getInt("coming") + rs.getInt("counted");
      int attended = rs.getInt("attended");
      var capacity = number(rs, "capacity");
      return new Action.Shift(id, seals.openIfAny("shift", "name", id, rs.getBytes("name")), when(rs, zone),
          number(rs, "needed"), capacity, coming, rs.getInt("waiting"), attended + rs.getInt("present"),
          capacity.isEmpty() || coming + attended < capacity.getAsInt(),
          new Needs.Count(rs.getInt("childcare"), rs.getInt("ride"), rs.getInt("access"), rs.getInt("language")),
          rs.getLong("version"));
    } catch (SQLException e) {
      throw new IllegalStateException("a shift could not be read", e);
    }
  }

  private Action bare(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    var told = new Action.Told(text(rs, id, "title"), text(rs, id, "neutral"), text(rs, id, "place"),
        text(rs, id, "access"), text(rs, id, "languages"), text(rs, id, "childcare"), text(rs, id, "rides"));
    var asked = new Needs.Asked(rs.getBoolean("asks_childcare"), rs.getBoolean("asks_ride"),
        rs.getBoolean("asks_access"), rs.getBoolean("asks_language"));
    return new Action(id, rs.getLong("version"), Optional.ofNullable(rs.getObject("campaign_id", UUID.class)),
        Optional.ofNullable(rs.getObject("step_id", UUID.class)),
        Optional.ofNullable(rs.getObject("site_id", UUID.class)), told, asked,
        when(rs, ZoneId.of(rs.getString("zone"))),
        rs.getBoolean("count_only"), Action.State.of(rs.getString("state")), rs.getInt("revision"),
        new Action.Heads(number(rs, "in_position"), number(rs, "other_sites"), number(rs, "supporters")),
        rs.getTimestamp("changed_at").toInstant(), List.of());
  }

  private static Action whole(Action bare, List<Action.Shift> shifts) {
    return new Action(bare.id(), bare.version(), bare.campaign(), bare.step(), bare.site(), bare.told(), bare.asked(),
        bare.when(),
        bare.countOnly(), bare.state(), bare.revision(), bare.heads(), bare.changed(), shifts);
  }

  private static Action.When when(ResultSet rs, ZoneId zone) throws SQLException {
    return new Action.When(rs.getTimestamp("starts_at").toInstant(), rs.getTimestamp("ends_at").toInstant(), zone);
  }

  private static OptionalInt number(ResultSet rs, String column) throws SQLException {
    int stored = rs.getInt(column);
    return rs.wasNull() ? OptionalInt.empty() : OptionalInt.of(stored);
  }

  private String text(ResultSet rs, UUID id, String column) throws SQLException {
    return seals.openIfAny("action", column, id, rs.getBytes(column));
  }
}
