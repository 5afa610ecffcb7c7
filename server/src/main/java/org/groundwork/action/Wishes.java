// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is needed at a picket beside the list everybody knows, in words, at one gate or at all. Runs inside the caller's transaction. */
public final class Wishes {
  /** At most so many at a picket. */
  public static final int MOST = 60;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;

  Wishes(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
  }

  /** What is needed, in the order in which it was said. */
  public List<Picket.Wish> of(UUID action) {
    return jdbc.sql("""
        select id, gate_id, what, brought from action.picket_wish where local_id = ? and action_id = ? order by id""")
        .params(local(), action)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Picket.Wish(id, Optional.ofNullable(rs.getObject(2, UUID.class)),
              seals.open("picket_wish", "what", id, rs.getBytes(3)), rs.getBoolean(4));
        })
        .list();
  }

  /**
   * Says that something is needed; false if there are {@value #MOST} already.
   *
   * @param gate absent for all
   * @param by absent where nobody is written down
   */
  public boolean add(UUID action, Optional<UUID> gate, String what, Optional<UUID> by) {
    UUID id = ids.next();
    boolean added = jdbc
        .sql(
            """
        insert into action.picket_wish (local_id, id, action_id, gate_id, what, brought, changed_by, changed_at)
        select :local, :id, :action, :gate::uuid, :what, false, :by::uuid, :now
        where (select count(*) from action.picket_wish w where w.local_id = :local and w.action_id = :action) < :most""")
        .param("local", local())
        .param("id", id)
        .param("action", action)
        .param("gate", gate.orElse(null))
        .param("what", seals.seal("picket_wish", "what", id, what))
        .param("by", by.orElse(null))
        .param("now", now())
        .param("most", MOST)
        .update() == 1;
    if (added) {
      audit.record("picket-prepared", Actions.subject(action), "");
    }
    return added;
  }

  /** Notes that it has been brought, or is missing again. */
  public void brought(UUID wish, boolean brought, Optional<UUID> by) { jdbc.sql("""
        update action.picket_wish set brought = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
      .param(brought)
      .param(by.orElse(null))
      .params(now(), local(), wish)
      .update(); }

  /** It is not needed any more. */
  public void remove(UUID wish) {
    jdbc.sql("delete from action.picket_wish where local_id = ? and id = ?").params(local(), wish).update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
