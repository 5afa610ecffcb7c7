// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two tables of the outbox: events, and for each listener that has yet to hear one a delivery. */
final class Outbox {
  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** An event to be stored. */
  record Entry(UUID id, UUID local, String type, String body, Instant at) {}

  /**
   * The event a lane comes to next.
   *
   * @param tries how often it was delivered in vain
   */
  record Head(long seq, Entry entry, int tries, Instant notBefore) {}

  /** Stores an event for its listeners. Until {@code pollAfter} only the node that published it delivers it. */
  void insert(Entry entry, List<String> listeners, Instant pollAfter) {
    long seq = jdbc
        .sql("insert into platform.event (id, local_id, type, body, at) values (?, ?, ?, ?, ?) returning seq")
        .params(entry.id(), entry.local(), entry.type(), entry.body(), Timestamp.from(entry.at()))
        .query(Long.class)
        .single();
    for (String listener : listeners) {
      jdbc.sql(
          """
          insert into platform.event_delivery (local_id, listener, event_seq, tries, not_before) values (?, ?, ?, 0, ?)""")
          .params(entry.local(), listener, seq, Timestamp.from(pollAfter))
          .update();
    }
  }

  /** The first event of a lane, locked; empty if there is none or another node is at it. */
  Optional<Head> head(Lane lane) {
    return jdbc.sql("""
        select e.seq, e.id, e.type, e.body, e.at, d.tries, d.not_before from platform.event_delivery d
        join platform.event e on e.local_id = d.local_id and e.seq = d.event_seq
        where d.local_id = ? and d.listener = ? and d.event_seq = (
          select min(f.event_seq) from platform.event_delivery f where f.local_id = ? and f.listener = ?)
        for update of d skip locked""")
        .params(lane.local(), lane.listener(), lane.local(), lane.listener())
        .query((rs, i) -> new Head(rs.getLong(1),
            new Entry(Objects.requireNonNull(rs.getObject(2, UUID.class)), lane.local(), rs.getString(3),
                rs.getString(4), Objects.requireNonNull(rs.getTimestamp(5)).toInstant()),
            rs.getInt(6), Objects.requireNonNull(rs.getTimestamp(7)).toInstant()))
        .optional();
  }

  /** Notes that the listener has heard the event; the last one to hear it takes it away. */
  void heard(Lane lane, long seq) {
    jdbc.sql("delete from platform.event_delivery where local_id = ? and listener = ? and event_seq = ?")
        .params(lane.local(), lane.listener(), seq)
        .update();
    jdbc.sql("""
        delete from platform.event e where e.local_id = ? and e.seq = ? and not exists (
          select 1 from platform.event_delivery d where d.local_id = ? and d.event_seq = ?)""")
        .params(lane.local(), seq, lane.local(), seq)
        .update();
  }

  /** Notes that the listener failed and is not called before {@code notBefore}. */
  void failed(Lane lane, long seq, Instant notBefore) {
    jdbc.sql("""
        update platform.event_delivery set tries = tries + 1, not_before = ?
        where local_id = ? and listener = ? and event_seq = ?""")
        .params(Timestamp.from(notBefore), lane.local(), lane.listener(), seq)
        .update();
  }

  /** Lanes with a delivery due. Runs in the installation's scope, which sees every local's, without their content. */
  List<Lane> due(Instant now, Set<String> listeners, int most) {
    return jdbc.sql("""
        select local_id, listener from platform.event_delivery
        where not_before <= ? and listener = any(?) group by local_id, listener order by min(event_seq) limit ?""")
        .params(Timestamp.from(now), listeners.toArray(String[]::new), most)
        .query((rs, i) -> new Lane(Objects.requireNonNull(rs.getObject(1, UUID.class)), rs.getString(2)))
        .list();
  }

  /** Removes events that every listener has heard and whose last two heard them in the same instant. */
  void sweep(UUID local) {
    jdbc.sql("""
        delete from platform.event e where e.local_id = ? and not exists (
          select 1 from platform.event_delivery d where d.local_id = ? and d.event_seq = e.seq)""")
        .params(local, local)
        .update();
  }
}
