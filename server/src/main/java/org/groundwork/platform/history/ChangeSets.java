// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes and reads change-sets. The module that owns a table says what its rows were before; images are bytes it seals
 * itself, because only it knows which fields are secret. Runs inside the caller's transaction.
 */
public final class ChangeSets {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  public ChangeSets(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * One record that a change-set touched.
   *
   * @param version the record's version after the change
   * @param before its image before, absent if the change created it
   */
  public record Change(String subject, UUID row, long version, Optional<byte[]> before) {}

  /** Opens a change-set by the current caller. */
  public UUID open(String kind) {
    UUID id = ids.next();
    jdbc.sql("insert into platform.change_set (local_id, id, kind, at, by_person) values (?, ?, ?, ?, ?::uuid)")
        .params(Tenancy.current().value(), id, kind, Timestamp.from(clock.instant()))
        .param(caller())
        .update();
    return id;
  }

  /** Notes that the set created a record, at version 1. */
  public void created(UUID set, String subject, UUID row) {
    note(set, subject, row, 1, null);
  }

  /** Notes what a record was before the set changed it to {@code version}. */
  public void changed(UUID set, String subject, UUID row, long version, byte[] before) {
    note(set, subject, row, version, before);
  }

  private void note(UUID set, String subject, UUID row, long version, byte @Nullable [] before) {
    jdbc.sql(
        "insert into platform.change (local_id, change_set_id, subject, row_id, version, before) values (?, ?, ?, ?, ?, ?::bytea)")
        .params(Tenancy.current().value(), set, subject, row, version)
        .param(before)
        .update();
  }

  /** What a set touched; empty if there is no such set of this kind or it has been undone. */
  public List<Change> of(UUID set, String kind) {
    return jdbc
        .sql(
            """
        select c.subject, c.row_id, c.version, c.before from platform.change c
        join platform.change_set s on s.local_id = c.local_id and s.id = c.change_set_id
        where c.local_id = ? and c.change_set_id = ? and s.kind = ? and s.undone_by is null order by c.subject, c.row_id""")
        .params(Tenancy.current().value(), set, kind)
        .query((rs, i) -> new Change(rs.getString(1), rs.getObject(2, UUID.class), rs.getLong(3),
            Optional.ofNullable(rs.getBytes(4))))
        .list();
  }

  /** Marks a set as undone by another one; false if somebody undid it before. */
  public boolean undo(UUID set, UUID by) {
    return jdbc.sql("update platform.change_set set undone_by = ? where local_id = ? and id = ? and undone_by is null")
        .params(by, Tenancy.current().value(), set)
        .update() == 1;
  }

  /** The newest change-set of a kind that touched a record and has not been undone. */
  public Optional<UUID> latest(String kind, String subject, UUID row) {
    return jdbc.sql("""
        select s.id from platform.change c
        join platform.change_set s on s.local_id = c.local_id and s.id = c.change_set_id
        where c.local_id = ? and c.row_id = ? and c.subject = ? and s.kind = ? and s.undone_by is null
        order by s.id desc limit 1""")
        .params(Tenancy.current().value(), row, subject, kind)
        .query(UUID.class)
        .optional();
  }

  /** Empties every image of a record, because it is deleted for good. */
  public void forget(UUID row) {
    jdbc.sql("update platform.change set before = null where local_id = ? and row_id = ? and before is not null")
        .params(Tenancy.current().value(), row)
        .update();
  }

  private static @Nullable UUID caller() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }
}
