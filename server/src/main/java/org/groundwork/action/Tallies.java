// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is counted at the gates, one by one: a number, and behind it when, in which shift, and a word if somebody wrote one.
 * Runs inside the caller's transaction.
 */
public final class Tallies {
  private static final int HIGHEST = 100_000;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;

  Tallies(JdbcClient jdbc, Ids ids, Clock clock, Seals seals) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
  }

  /**
   * Counts one more at a gate.
   *
   * @param shift that is on
   * @param said a word such as the carrier; may be empty
   * @param by absent where nobody is written down
   */
  public void add(UUID gate, UUID shift, Picket.Tally tally, String said, Optional<UUID> by) {
    String write = tally == Picket.Tally.DELIVERIES
        ? "update action.gate set deliveries = deliveries + 1 where local_id = ? and id = ? and deliveries < ?"
        : "update action.gate set people = people + 1 where local_id = ? and id = ? and people < ?";
    if (jdbc.sql(write).params(local(), gate, HIGHEST).update() == 0) {
      return;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into action.gate_tally (local_id, id, gate_id, shift_id, what, at, said, changed_by, changed_at)
        values (:local, :id, :gate, :shift, :what, :now, :said::bytea, :by::uuid, :now)""")
        .param("local", local())
        .param("id", id)
        .param("gate", gate)
        .param("shift", shift)
        .param("what", tally.key())
        .param("now", Timestamp.from(clock.instant()))
        .param("said", seals.sealIfAny("gate_tally", "said", id, said))
        .param("by", by.orElse(null))
        .update();
  }

  /** Takes a slip back: one less, and the last row behind it; never below none. */
  public void takeBack(UUID gate, Picket.Tally tally) {
    String write = tally == Picket.Tally.DELIVERIES
        ? "update action.gate set deliveries = deliveries - 1 where local_id = ? and id = ? and deliveries > 0"
        : "update action.gate set people = people - 1 where local_id = ? and id = ? and people > 0";
    jdbc.sql(write).params(local(), gate).update();
    jdbc.sql("""
        delete from action.gate_tally where local_id = :local and id = (select t.id from action.gate_tally t
          where t.local_id = :local and t.gate_id = :gate and t.what = :what order by t.at desc, t.id desc limit 1)""")
        .param("local", local())
        .param("gate", gate)
        .param("what", tally.key())
        .update();
  }

  /** What was counted at a gate, the latest first. */
  public List<Picket.Counted> of(UUID gate, Picket.Tally tally, int most) {
    return jdbc.sql("""
        select id, shift_id, at, said from action.gate_tally where local_id = ? and gate_id = ? and what = ?
        order by at desc, id desc limit ?""")
        .params(local(), gate, tally.key(), most)
        .query((rs, i) -> new Picket.Counted(rs.getObject(2, UUID.class), rs.getTimestamp(3).toInstant(),
            seals.openIfAny("gate_tally", "said", rs.getObject(1, UUID.class), rs.getBytes(4))))
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
