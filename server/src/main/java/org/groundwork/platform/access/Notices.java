// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What everybody of a local is told on their first screen when somebody's way in changes: whoever knows that it was not
 * them can object in time. Runs inside the caller's transaction.
 */
public final class Notices {
  /** How long a notice stands. */
  static final Duration STANDS = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Notices(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** What happened; each has a text {@code notice.<key>} in every language. */
  public enum Kind {
    /** An officer asked for somebody's way in to be renewed. */
    WAY_BACK_ASKED,
    /** A second officer agreed; it opens in a day. */
    WAY_BACK_AGREED,
    /** Somebody came in with a recovery sheet; their offices come back in a day. */
    SHEET_USED,
    /** Whoever keeps the server gave somebody a recovery code in place of every way in they had. */
    RESET_FROM_HOST;

    /** The name stored in the database and used in message keys. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Kind of(String key) { return valueOf(key.toUpperCase(java.util.Locale.ROOT).replace('-', '_')); }
  }

  /** A notice that stands. */
  public record Notice(UUID id, Kind kind, UUID person, Instant at) {}

  void post(Kind kind, UUID person) {
    Instant now = clock.instant();
    UUID local = Tenancy.current().value();
    jdbc.sql("delete from platform.notice where local_id = ? and until_at <= ?")
        .params(local, Timestamp.from(now))
        .update();
    jdbc.sql("insert into platform.notice (local_id, id, kind, person_id, at, until_at) values (?, ?, ?, ?, ?, ?)")
        .params(local, ids.next(), kind.key(), person, Timestamp.from(now), Timestamp.from(now.plus(STANDS)))
        .update();
  }

  /** What stands now, the newest first. */
  public List<Notice> standing() {
    return jdbc.sql("""
        select id, kind, person_id, at from platform.notice where local_id = ? and until_at > ?
        order by at desc, id limit 20""")
        .params(Tenancy.current().value(), Timestamp.from(clock.instant()))
        .query((rs, i) -> new Notice(rs.getObject(1, UUID.class), Kind.of(rs.getString(2)), rs.getObject(3, UUID.class),
            rs.getTimestamp(4).toInstant()))
        .list();
  }
}
