// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who does what at a march, in order. Nobody of the boss's side has a part, and nobody at all where only numbers are kept.
 * Runs inside the caller's transaction.
 */
public final class MarchParts {
  /** At most this many parts are given in one action. */
  public static final int MOST = 200;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  MarchParts(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** Everybody with a part, as the people they are now. */
  public List<March.Role> of(UUID action) {
    return jdbc.sql("""
        select p.id, p.part, n.person_id, p.demand_id from action.march_part p
        join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
        where p.local_id = ? and p.action_id = ? order by p.part, p.position, p.id""")
        .params(local(), action)
        .query((rs, i) -> new March.Role(rs.getObject(1, UUID.class),
            March.Part.known(rs.getString(2)).orElseThrow(), rs.getObject(3, UUID.class),
            Optional.ofNullable(rs.getObject(4, UUID.class))))
        .list();
  }

  /** Whether somebody has a part that they need the answers for: anything but being looked after. */
  public boolean takesPart(UUID action, UUID person) {
    return of(action).stream()
        .anyMatch(role -> role.person().equals(person) && role.part() != March.Part.CARE);
  }

  /** Gives somebody a part, at the end; giving it again changes which demand they put. False if there are too many. */
  public boolean give(UUID action, March.Part part, UUID person, Optional<UUID> demand) {
    lock(action);
    if (of(action).size() >= MOST) {
      return false;
    }
    jdbc.sql("""
        insert into action.march_part as p (local_id, id, action_id, part, person_id, demand_id, position, changed_by,
          changed_at)
        values (:local, :id, :action, :part, :person, :demand::uuid, :position, :by, :now)
        on conflict (local_id, action_id, part, person_id) do update set demand_id = excluded.demand_id,
          version = p.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .param("local", local())
        .param("id", ids.next())
        .param("action", action)
        .param("part", part.key())
        .param("person", person)
        .param("demand", demand.filter(_ -> part == March.Part.SPEAKS).orElse(null))
        .param("position", last(action, part) + 1)
        .param("by", Callers.actor().person())
        .param("now", now())
        .update();
    audit.record("march-part-given", Actions.subject(action), part.key());
    return true;
  }

  private int last(UUID action, March.Part part) {
    return jdbc.sql("""
        select coalesce(max(position), -1) from action.march_part where local_id = ? and action_id = ? and part = ?""")
        .params(local(), action, part.key())
        .query(Integer.class)
        .single();
  }

  /** Takes a part away. */
  public void take(UUID action, UUID part) {
    lock(action);
    int taken = jdbc.sql("delete from action.march_part where local_id = ? and action_id = ? and id = ?")
        .params(local(), action, part)
        .update();
    if (taken == 1) {
      audit.record("march-part-taken", Actions.subject(action), "");
    }
  }

  /** Lets somebody come one earlier in the order of their part. */
  public void earlier(UUID action, UUID part) {
    lock(action);
    var roles = of(action);
    roles.stream().filter(role -> role.id().equals(part)).findFirst().ifPresent(moved -> {
      var same = roles.stream().filter(role -> role.part() == moved.part()).map(March.Role::id).toList();
      int at = same.indexOf(part);
      if (at > 0) {
        place(same.get(at - 1), at);
        place(part, at - 1);
        for (int rest = 0; rest < same.size(); rest++) {
          if (rest != at && rest != at - 1) {
            place(same.get(rest), rest);
          }
        }
      }
    });
  }

  private void place(UUID part, int position) { jdbc.sql("""
        update action.march_part set position = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""")
      .params(position, Callers.actor().person(), now(), local(), part)
      .update(); }

  /** One writer of an action's parts at a time. */
  private void lock(UUID action) {
    jdbc.sql("select id from action.action where local_id = ? and id = ? for update")
        .params(local(), action)
        .query(UUID.class)
        .single();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
