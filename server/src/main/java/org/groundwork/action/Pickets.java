// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds at the current local's pickets, and what they need. Runs inside the caller's transaction. */
public final class Pickets {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Locals locals;
  private final Seals seals;
  private final Gates gates;
  private final Audit audit;

  Pickets(JdbcClient jdbc, Clock clock, Locals locals, Seals seals, Gates gates, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.locals = locals;
    this.seals = seals;
    this.gates = gates;
    this.audit = audit;
  }

  /** What somebody writes down of a picket; every text may be empty. */
  public record Told(String line, String permit, String observers, String minors) {}

  /** An action as a picket; nothing of one that nobody prepared yet. */
  public Picket of(UUID action) {
    return jdbc.sql("""
        select version, line, permit, noted_by, noted_on, observers, minors from action.picket
        where local_id = ? and action_id = ?""")
        .params(local(), action)
        .query((rs, i) -> {
          String line = seals.openIfAny("picket", "line", action, rs.getBytes("line"));
          String permit = seals.openIfAny("picket", "permit", action, rs.getBytes("permit"));
          UUID by = rs.getObject("noted_by", UUID.class);
          var rules = Optional.ofNullable(by)
              .isPresent()
                  ? Optional.of(new Picket.Rules(line, permit, by, rs.getDate("noted_on").toLocalDate()))
                  : Optional.<Picket.Rules>empty();
          return new Picket(action, rs.getLong("version"), rules,
              seals.openIfAny("picket", "observers", action, rs.getBytes("observers")),
              seals.openIfAny("picket", "minors", action, rs.getBytes("minors")), needs(action), gates.of(action));
        })
        .optional()
        .orElseGet(() -> new Picket(action, 0, Optional.empty(), "", "", needs(action), gates.of(action)));
  }

  private Map<Picket.Need, Boolean> needs(UUID action) {
    var needs = new EnumMap<Picket.Need, Boolean>(Picket.Need.class);
    jdbc.sql("select need, brought from action.picket_need where local_id = ? and action_id = ?")
        .params(local(), action)
        .query(rs -> {
          needs.put(Picket.Need.known(rs.getString(1)).orElseThrow(), rs.getBoolean(2));
        });
    return needs;
  }

  /**
   * Writes down what holds and what it needs.
   *
   * @return false, and nothing changed, if somebody changed it since {@code version}
   */
  public boolean prepare(UUID action, long version, Told told, Set<Picket.Need> needs) {
    var before = of(action).rules();
    if (!take(action, version)) {
      return false;
    }
    boolean any = !told.line().isEmpty() || !told.permit().isEmpty();
    boolean same = any && before.filter(rules -> rules.line().equals(told.line())
        && rules.permit().equals(told.permit())).isPresent();
    jdbc.sql("""
        update action.picket set line = ?::bytea, permit = ?::bytea, observers = ?::bytea, minors = ?::bytea,
          noted_by = case when ? then noted_by else ?::uuid end, noted_on = case when ? then noted_on else ?::date end
        where local_id = ? and action_id = ?""")
        .param(seals.sealIfAny("picket", "line", action, told.line()))
        .param(seals.sealIfAny("picket", "permit", action, told.permit()))
        .param(seals.sealIfAny("picket", "observers", action, told.observers()))
        .param(seals.sealIfAny("picket", "minors", action, told.minors()))
        .param(same)
        .param(any ? Callers.actor().person() : null)
        .param(same)
        .param(any ? Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))) : null)
        .params(local(), action)
        .update();
    for (Picket.Need need : Picket.Need.values()) {
      need(action, need, needs.contains(need));
    }
    audit.record("picket-prepared", Actions.subject(action), "");
    return true;
  }

  private void need(UUID action, Picket.Need need, boolean needed) {
    if (needed) {
      jdbc.sql("""
          insert into action.picket_need (local_id, action_id, need, brought, changed_by, changed_at)
          select a.local_id, a.id, ?, false, case when a.count_only then null else ?::uuid end, ?
          from action.action a where a.local_id = ? and a.id = ? on conflict do nothing""")
          .params(need.key(), Callers.actor().person(), now(), local(), action)
          .update();
    } else {
      jdbc.sql("delete from action.picket_need where local_id = ? and action_id = ? and need = ?")
          .params(local(), action, need.key())
          .update();
    }
  }

  /**
   * Notes that something it needs has been brought, or is missing again.
   *
   * @param by absent where nobody is written down
   */
  public void brought(UUID action, Picket.Need need, boolean brought, Optional<UUID> by) {
    jdbc.sql("""
        update action.picket_need set brought = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and action_id = ? and need = ?""")
        .param(brought)
        .param(by.orElse(null))
        .params(now(), local(), action, need.key())
        .update();
  }

  private boolean take(UUID action, long version) {
    jdbc.sql("""
        insert into action.picket (local_id, action_id, version, changed_at) values (?, ?, 0, ?)
        on conflict do nothing""").params(local(), action, now()).update();
    return jdbc.sql("""
        update action.picket set version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and action_id = ? and version = ?""")
        .params(Callers.actor().person(), now(), local(), action, version)
        .update() == 1;
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
