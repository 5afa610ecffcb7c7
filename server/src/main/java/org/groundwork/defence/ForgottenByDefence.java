// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds people's records, and what is left of them. When somebody is deleted for good, every word about how they were hit back at goes, and who it was; that there was a
 * case, of what kind, and how it ended stays. An open one ends with them. What they took on for others and did not do is
 * free again.
 */
final class ForgottenByDefence implements PersonForgotten, PersonInUse {
  private static final List<String> OF_A_CASE = List.of(
      "delete from defence.fact where local_id = ? and retaliation_id = ?",
      "delete from defence.need where local_id = ? and retaliation_id = ?",
      "update defence.answer set what = null, version = version + 1 where local_id = ? and retaliation_id = ?");
  private final JdbcClient jdbc;
  private final CaseEvidence evidence;
  private final Locals locals;
  private final Clock clock;

  ForgottenByDefence(JdbcClient jdbc, CaseEvidence evidence, Locals locals, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.locals = locals;
    this.clock = clock;
  }

  @Override
  public void forget(UUID person) {
    UUID local = Tenancy.current().value();
    jdbc.sql("select id from defence.retaliation where local_id = ? and person_id = ? order by id for update")
        .params(local, person)
        .query(UUID.class)
        .list()
        .forEach(hit -> forget(local, hit));
    jdbc.sql("delete from defence.all_right where local_id = ? and person_id = ?").params(local, person).update();
    jdbc.sql("""
        update defence.need set helper_id = null, version = version + 1 where local_id = ? and helper_id = ?""")
        .params(local, person)
        .update();
  }

  private void forget(UUID local, UUID hit) {
    evidence.forget(hit);
    OF_A_CASE.forEach(sql -> jdbc.sql(sql).params(local, hit).update());
    var today = Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone())));
    jdbc.sql("""
        update defence.retaliation set person_id = null, word = null, deadline_note = null, closing = null,
          may_name = false, state = 'closed', outcome = coalesce(outcome, 'left'), closed_on = coalesce(closed_on, ?),
          version = version + 1 where local_id = ? and id = ?""").params(today, local, hit).update();
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from defence.retaliation c where c.local_id = :local
            and c.person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from defence.need n where n.local_id = :local
            and n.helper_id in (select unnest(:people::uuid[])))
          or exists (select 1 from defence.all_right a where a.local_id = :local
            and a.person_id in (select unnest(:people::uuid[])))""")
        .param("local", Tenancy.current().value())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }
}
