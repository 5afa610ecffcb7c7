// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells those who waited that they have a place now: members by mail in neutral words, as far as they agreed to it.
 * Everybody else stays on the organisers' list until somebody has told them. Runs inside the caller's transaction, so
 * that a mail leaves if, and only if, they have the place.
 */
final class MovedUp {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Letters letters;

  MovedUp(JdbcClient jdbc, Clock clock, Letters letters) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.letters = letters;
  }

  /** These have a place from now on. */
  void tell(List<UUID> signUps) {
    for (UUID signUp : signUps) {
      jdbc.sql("""
          update action.sign_up set news = 'place', news_at = ?, told_at = null, told_by = null
          where local_id = ? and id = ?""")
          .params(now(), local(), signUp)
          .update();
      if (due(signUp).filter(letters::placeFree).isPresent()) {
        told(signUp, "mail");
      }
    }
  }

  private Optional<Letters.Due> due(UUID signUp) {
    return jdbc.sql("""
        select u.id, n.person_id, a.id, s.starts_at, s.ends_at, a.zone from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join action.action a on a.local_id = s.local_id and a.id = s.action_id
        join roll.api_person_now n on n.local_id = u.local_id and n.id = u.person_id
        where u.local_id = ? and u.id = ?""")
        .params(local(), signUp)
        .query((rs, i) -> new Letters.Due(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            rs.getObject(3, UUID.class), rs.getTimestamp(4).toInstant(), rs.getTimestamp(5).toInstant(),
            ZoneId.of(rs.getString(6))))
        .optional();
  }

  /** Somebody was told what is new for them by one who organises it; false if there was nothing to tell, or it was told. */
  boolean toldByHand(UUID signUp) {
    return told(signUp, "hand");
  }

  private boolean told(UUID signUp, String by) {
    return jdbc.sql("""
        update action.sign_up set told_at = ?, told_by = ?
        where local_id = ? and id = ? and state in ('coming', 'waiting') and news is not null and told_at is null""")
        .params(now(), by, local(), signUp)
        .update() == 1;
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
