// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages of Stripe, each written down once and kept until it is worked off. Runs inside the caller's transaction. */
final class CardEvents {
  /** So long a message that was worked off is kept, so that it is known when it comes again. */
  static final Duration KEPT = Duration.ofDays(60);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 9;
  private final JdbcClient jdbc;
  private final Clock clock;

  CardEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Writes a message down; false if it was here before. */
  boolean take(CardEvent event) {
    return jdbc.sql("""
        insert into cards.event (local_id, id, kind, object, made_at, received_at, due_at)
        values (?, ?, ?, ?, ?, ?, ?) on conflict (local_id, id) do nothing""")
        .params(CardScope.local(), event.id(), event.kind(), event.object(), Timestamp.from(event.madeAt()), now(),
            now())
        .update() == 1;
  }

  /** One that is not worked off; empty if it is, or is not here. */
  Optional<CardEvent> open(String id) {
    return jdbc
        .sql("select id, kind, object, made_at from cards.event where local_id = ? and id = ? and done_at is null")
        .params(CardScope.local(), id)
        .query(CardEvents::read)
        .optional();
  }

  /** Those whose time has come, the oldest first; at most {@code most}. */
  List<CardEvent> due(int most) { return jdbc.sql("""
        select id, kind, object, made_at from cards.event where local_id = ? and done_at is null and due_at <= ?
        order by due_at, id limit ?""").params(CardScope.local(), now(), most).query(CardEvents::read).list(); }

  /** It is worked off. */
  void done(String id) {
    jdbc.sql("update cards.event set done_at = ? where local_id = ? and id = ? and done_at is null")
        .params(now(), CardScope.local(), id)
        .update();
  }

  /** It is tried again, each time after twice as long, at most six hours. */
  void later(String id) {
    int tries = jdbc.sql("update cards.event set tries = tries + 1 where local_id = ? and id = ? returning tries")
        .params(CardScope.local(), id)
        .query(Integer.class)
        .single();
    Duration wait = Duration.ofMinutes(1L << Math.min(tries, MOST_DOUBLINGS));
    jdbc.sql("update cards.event set due_at = ? where local_id = ? and id = ?")
        .params(Timestamp.from(clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)),
            CardScope.local(), id)
        .update();
  }

  /** Whatever waits is tried at once. */
  void allNow() {
    jdbc.sql("update cards.event set due_at = ? where local_id = ? and done_at is null and due_at > ?")
        .params(now(), CardScope.local(), now())
        .update();
  }

  /** Deletes what was worked off long enough ago. */
  void forget() {
    jdbc.sql("delete from cards.event where local_id = ? and done_at < ?")
        .params(CardScope.local(), Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private static CardEvent read(ResultSet rs, int row) throws SQLException {
    Instant made = rs.getTimestamp(4).toInstant();
    return new CardEvent(rs.getString(1), rs.getString(2), rs.getString(3), made);
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
