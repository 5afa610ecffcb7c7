// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person said that they come to. Runs inside the caller's transaction. */
final class OwnDates {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Seals seals;

  OwnDates(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /**
   * One shift of an action.
   *
   * @param neutral empty for the word for an appointment
   * @param revision how often it changed in a way that calendars must be told
   * @param changed when it was changed last
   */
  record OwnDate(UUID action, UUID shift, String title, String neutral, String place, Action.When when, int revision,
      Instant changed, boolean cancelled) {}

  /** What ends after a moment, the earliest first. */
  List<OwnDate> after(UUID person, Instant since) {
    return jdbc.sql("""
        select a.id, s.id, a.title, a.neutral, a.place, s.starts_at, s.ends_at, a.zone, a.revision, a.changed_at,
          a.state = 'cancelled'
        from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join action.action a on a.local_id = s.local_id and a.id = s.action_id
        join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
        where u.local_id = ? and n.person_id = ? and u.state in ('coming', 'attended') and s.ends_at > ?
        order by s.starts_at, s.id limit ?""")
        .params(Tenancy.current().value(), person, Timestamp.from(since), MOST)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new OwnDate(id, rs.getObject(2, UUID.class), seals.open("action", "title", id, rs.getBytes(3)),
              seals.openIfAny("action", "neutral", id, rs.getBytes(4)),
              seals.open("action", "place", id, rs.getBytes(5)), new Action.When(rs.getTimestamp(6).toInstant(),
                  rs.getTimestamp(7).toInstant(), ZoneId.of(rs.getString(8))),
              rs.getInt(9), rs.getTimestamp(10).toInstant(), rs.getBoolean(11));
        })
        .list();
  }
}
