// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers of rungs that were lowered while their test ran. A test whose number follows what came of it shows nothing, so
 * the rung says it. Runs inside the caller's transaction.
 */
public final class Lowerings {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Locals locals;
  private final Seals seals;
  private final Audit audit;

  Lowerings(JdbcClient jdbc, Ids ids, Clock clock, Locals locals, Seals seals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.locals = locals;
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * That a number was lowered.
   *
   * @param became absent if no number is asked any more
   */
  public record Lowering(int was, OptionalInt became, LocalDate on, String why) {}

  /** How often the number of a rung was lowered while its test ran, the first time first. */
  public List<Lowering> of(UUID step) {
    return jdbc
        .sql(
            """
        select id, was, became, lowered_on, why from campaign.step_lowered where local_id = ? and step_id = ? order by id""")
        .params(local(), step)
        .query((rs, i) -> {
          int became = rs.getInt(3);
          return new Lowering(rs.getInt(2), became == 0 ? OptionalInt.empty() : OptionalInt.of(became),
              rs.getDate(4).toLocalDate(), seals.open("step_lowered", "why", rs.getObject(1, UUID.class),
                  rs.getBytes(5)));
        })
        .list();
  }

  void note(UUID step, int was, OptionalInt became, String why) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into campaign.step_lowered (local_id, id, step_id, was, became, lowered_on, why, changed_by, changed_at)
        values (?, ?, ?, ?, ?::integer, ?, ?, ?, ?)""")
        .params(local(), id, step, was)
        .param(became.isPresent() ? became.getAsInt() : null)
        .params(Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))),
            seals.seal("step_lowered", "why", id, why), Callers.actor().person(), Timestamp.from(clock.instant()))
        .update();
    audit.record("step-lowered", new SubjectRef("step", step), "");
  }

  private static UUID local() { return Tenancy.current().value(); }
}
