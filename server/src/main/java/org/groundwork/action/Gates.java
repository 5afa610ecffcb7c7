// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gates of a picket: who sees to them, what they hand over, whom they turned away. Runs inside the caller's transaction. */
public final class Gates {
  /** At most this many gates in an action. */
  public static final int MOST = 30;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Audit audit;

  Gates(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.audit = audit;
  }

  /** The gates of an action, in their order. */
  public List<Picket.Gate> of(UUID action) {
    var watches = watches(action);
    return jdbc
        .sql(
            """
        select id, name, deliveries, people from action.gate where local_id = ? and action_id = ? order by position, id""")
        .params(local(), action)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Picket.Gate(id, seals.open("gate", "name", id, rs.getBytes(2)), rs.getInt(3), rs.getInt(4),
              watches.getOrDefault(id, List.of()));
        })
        .list();
  }

  private Map<UUID, List<Picket.Watch>> watches(UUID action) {
    var watches = new HashMap<UUID, List<Picket.Watch>>();
    jdbc.sql("""
        select w.id, w.gate_id, w.shift_id, w.version, w.handed_over, w.handed_over_by, w.handed_over_at,
          (select n.person_id from action.gate_keeper k
            join roll.api_person_now n on n.local_id = k.local_id and n.id = k.person_id
            where k.local_id = w.local_id and k.gate_shift_id = w.id and k.part = 'captain') captain,
          (select n.person_id from action.gate_keeper k
            join roll.api_person_now n on n.local_id = k.local_id and n.id = k.person_id
            where k.local_id = w.local_id and k.gate_shift_id = w.id and k.part = 'relief') relief
        from action.gate_shift w join action.gate g on g.local_id = w.local_id and g.id = w.gate_id
        where w.local_id = ? and g.action_id = ?""")
        .params(local(), action)
        .query(rs -> {
          watches.computeIfAbsent(rs.getObject("gate_id", UUID.class), _ -> new ArrayList<>()).add(watch(rs));
        });
    return watches;
  }

  private Picket.Watch watch(ResultSet rs) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Timestamp at = rs.getTimestamp("handed_over_at");
    Optional<Picket.HandOver> over = at == null
        ? Optional.empty()
        : Optional.of(new Picket.HandOver(seals.openIfAny("gate_shift", "handed_over", id, rs.getBytes("handed_over")),
            Optional.ofNullable(rs.getObject("handed_over_by", UUID.class)), at.toInstant()));
    return new Picket.Watch(rs.getObject("shift_id", UUID.class), rs.getLong("version"),
        Optional.ofNullable(rs.getObject("captain", UUID.class)),
        Optional.ofNullable(rs.getObject("relief", UUID.class)), over);
  }

  /** Adds a gate at the end; empty if there are {@value #MOST} already. */
  public Optional<UUID> add(UUID action, String name) {
    lock(action);
    int have = of(action).size();
    if (have >= MOST) {
      return Optional.empty();
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into action.gate (local_id, id, action_id, name, position, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, action, seals.seal("gate", "name", id, name), have, Callers.actor().person(), now())
        .update();
    audit.record("picket-prepared", Actions.subject(action), "");
    return Optional.of(id);
  }

  /** Takes a gate away at which nothing happened and nothing was handed over; false if something was. */
  public boolean remove(UUID action, UUID gate) {
    lock(action);
    boolean removed = jdbc.sql("""
        delete from action.gate g where g.local_id = ? and g.action_id = ? and g.id = ? and g.deliveries = 0
          and g.people = 0 and not exists (select 1 from action.incident i where i.local_id = g.local_id
            and i.gate_id = g.id) and not exists (select 1 from action.gate_shift w where w.local_id = g.local_id
            and w.gate_id = g.id and w.handed_over is not null)""").params(local(), action, gate).update() == 1;
    if (removed) {
      audit.record("picket-prepared", Actions.subject(action), "");
    }
    return removed;
  }

  /** Says who sees to a gate in a shift, and who relieves them; where absent it stays as it is. */
  public void keep(UUID action, UUID gate, UUID shift, Optional<UUID> captain, Optional<UUID> relief) {
    UUID watch = watch(gate, shift);
    captain.ifPresent(person -> keeper(watch, Picket.Keeper.CAPTAIN, person));
    relief.ifPresent(person -> keeper(watch, Picket.Keeper.RELIEF, person));
    audit.record("picket-captain", Actions.subject(action), "");
  }

  private void keeper(UUID watch, Picket.Keeper part, UUID person) {
    nobody(watch, part);
    jdbc.sql("""
        insert into action.gate_keeper (local_id, gate_shift_id, part, person_id, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?)""")
        .params(local(), watch, part.key(), person, Callers.actor().person(), now())
        .update();
  }

  private void nobody(UUID watch, Picket.Keeper part) {
    jdbc.sql("delete from action.gate_keeper where local_id = ? and gate_shift_id = ? and part = ?")
        .params(local(), watch, part.key())
        .update();
  }

  /** Says that nobody does this at a gate in a shift any more. */
  public void free(UUID action, UUID gate, UUID shift, Picket.Keeper part) {
    nobody(watch(gate, shift), part);
    audit.record("picket-captain", Actions.subject(action), "");
  }

  /** A gate in a shift, held until this transaction ends. */
  private UUID watch(UUID gate, UUID shift) {
    jdbc.sql("""
        insert into action.gate_shift (local_id, id, gate_id, shift_id, version, changed_at) values (?, ?, ?, ?, 0, ?)
        on conflict (local_id, gate_id, shift_id) do nothing""")
        .params(local(), ids.next(), gate, shift, now())
        .update();
    return jdbc.sql("select id from action.gate_shift where local_id = ? and gate_id = ? and shift_id = ? for update")
        .params(local(), gate, shift)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .single();
  }

  /**
   * Writes down what is handed over at the end of a shift.
   *
   * @param by absent where nobody is written down
   * @return false, and nothing changed, if somebody wrote there since {@code version}
   */
  public boolean handOver(UUID gate, UUID shift, long version, String text, Optional<UUID> by) {
    UUID watch = watch(gate, shift);
    boolean any = !text.isEmpty();
    return jdbc.sql("""
        update action.gate_shift set handed_over = ?::bytea, handed_over_by = ?::uuid,
          handed_over_at = ?::timestamptz, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and version = ?""")
        .param(seals.sealIfAny("gate_shift", "handed_over", watch, text))
        .param(any ? by.orElse(null) : null)
        .param(any ? now() : null)
        .param(by.orElse(null))
        .params(now(), local(), watch, version)
        .update() == 1;
  }

  private void lock(UUID action) {
    jdbc.sql("select id from action.action where local_id = ? and id = ? for update")
        .params(local(), action)
        .query(UUID.class)
        .single();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
