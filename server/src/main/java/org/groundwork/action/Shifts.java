// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the shifts of the current local's actions right: their names, hours and how many they need. Whoever writes here
 * holds the action alone. Runs inside the caller's transaction.
 */
public final class Shifts {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;
  private final ChangeNews news;

  Shifts(JdbcClient jdbc, Clock clock, Seals seals, Audit audit, ChangeNews news) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
    this.news = news;
  }

  /**
   * Changes a shift's name, hours and how many it needs; whoever comes, and calendars, are told of
   * other hours.
   *
   * @return false, and nothing changed, if somebody else changed it since {@code version} or its action is over
   */
  public boolean change(UUID action, UUID shift, long version, Actions.NewShift as) {
    if (!held(action)) {
      return false;
    }
    boolean otherHours = other(shift, as.when());
    int changed = jdbc.sql("""
        update action.shift set name = ?::bytea, starts_at = ?, ends_at = ?, needed = ?::integer,
          version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and action_id = ? and id = ? and version = ?""")
        .param(seals.sealIfAny("shift", "name", shift, as.name()))
        .params(Timestamp.from(as.when().starts()), Timestamp.from(as.when().ends()))
        .param(number(as.needed()))
        .params(Callers.actor().person(), now(), local(), action, shift, version)
        .update();
    if (changed == 1 && otherHours) {
      revise(action);
      news.changed(action, List.of(shift), List.of(shift));
    }
    if (changed == 1) {
      audit.record("action-changed", Actions.subject(action), "");
    }
    return changed == 1;
  }

  private boolean held(UUID action) {
    return jdbc.sql("select id from action.action where local_id = ? and id = ? and state = 'planned' for update")
        .params(local(), action)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  private boolean other(UUID shift, Action.When when) {
    return jdbc.sql("select starts_at <> ? or ends_at <> ? from action.shift where local_id = ? and id = ?")
        .params(Timestamp.from(when.starts()), Timestamp.from(when.ends()), local(), shift)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private void revise(UUID action) { jdbc.sql("""
        update action.action set revision = revision + 1, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ?""").params(Callers.actor().person(), now(), local(), action).update(); }

  /** Moves the shifts of an action that is held along with the whole; gives those whose hours changed. */
  List<UUID> move(Action before, Action.When to) {
    return before.shifts()
        .stream()
        .filter(shift -> move(shift, before.moved(shift, to)))
        .map(Action.Shift::id)
        .toList();
  }

  private boolean move(Action.Shift shift, Action.When to) {
    return jdbc.sql("""
        update action.shift set starts_at = ?, ends_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and (starts_at <> ? or ends_at <> ?)""")
        .params(Timestamp.from(to.starts()), Timestamp.from(to.ends()), Callers.actor().person(), now(), local(),
            shift.id(), Timestamp.from(to.starts()), Timestamp.from(to.ends()))
        .update() == 1;
  }

  /**
   * Takes a shift away in which nobody is, nobody was and nothing was handed over, unless it is the only one. Whoever had
   * taken their answer back is not kept for it.
   *
   * @return false, and nothing changed, if it stays
   */
  public boolean remove(UUID action, UUID shift) {
    if (!held(action) || !free(action, shift)) {
      return false;
    }
    jdbc.sql("delete from action.sign_up where local_id = ? and shift_id = ?").params(local(), shift).update();
    jdbc.sql("delete from action.gate_shift where local_id = ? and shift_id = ?").params(local(), shift).update();
    jdbc.sql("delete from action.shift where local_id = ? and id = ?").params(local(), shift).update();
    audit.record("action-changed", Actions.subject(action), "");
    return true;
  }

  private boolean free(UUID action, UUID shift) {
    return jdbc.sql("""
        select exists (select 1 from action.shift s where s.local_id = :local and s.action_id = :action
            and s.id = :shift and s.counted = 0 and s.present = 0)
          and exists (select 1 from action.shift o where o.local_id = :local and o.action_id = :action
            and o.id <> :shift)
          and not exists (select 1 from action.sign_up u where u.local_id = :local and u.shift_id = :shift
            and u.state <> 'withdrawn')
          and not exists (select 1 from action.gate_tally t where t.local_id = :local and t.shift_id = :shift)
          and not exists (select 1 from action.gate_shift w where w.local_id = :local and w.shift_id = :shift
            and (w.handed_over is not null or exists (select 1 from action.gate_keeper k
              where k.local_id = w.local_id and k.gate_shift_id = w.id)))""")
        .param("local", local())
        .param("action", action)
        .param("shift", shift)
        .query(Boolean.class)
        .single();
  }

  private static @Nullable Integer number(OptionalInt typed) {
    return typed.isPresent() ? Integer.valueOf(typed.getAsInt()) : null;
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
