// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom people turn to. That is a fact about them and no judgement: a natural leader may well be against us. Somebody is
 * one when at least {@value #COLLEAGUES} colleagues of their own part of the site turn to them. Runs inside the caller's
 * transaction.
 */
public final class Leaders {
  /** So many colleagues of a part make a leader of it. */
  public static final int COLLEAGUES = 2;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Locals locals;
  private final Audit audit;

  Leaders(JdbcClient jdbc, Clock clock, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.locals = locals;
    this.audit = audit;
  }

  /** Notes that a colleague turns to somebody; noting it again changes nothing. */
  public void note(UUID site, UUID leader, UUID colleague) {
    int noted = jdbc.sql("""
        insert into organizing.turned_to (local_id, site_id, leader_id, colleague_id, noted_by, noted_on)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(local(), site, leader, colleague, Callers.actor().person(),
            Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))))
        .update();
    if (noted == 1) {
      audit.record("turned-to-noted", new SubjectRef("person", leader), "");
    }
  }

  /** Takes a note back, also one that was made when either of them stood on a record of their own. */
  public void unnote(UUID site, UUID leader, UUID colleague) {
    int taken = jdbc.sql("""
        delete from organizing.turned_to where local_id = :local
          and site_id in (select t.id from roll.api_site_now t where t.local_id = :local and t.site_id = :site)
          and leader_id in (select l.id from roll.api_person_now l where l.local_id = :local and l.person_id = :leader)
          and colleague_id in (select c.id from roll.api_person_now c
            where c.local_id = :local and c.person_id = :colleague)""")
        .param("local", local())
        .param("site", site)
        .param("leader", leader)
        .param("colleague", colleague)
        .update();
    if (taken > 0) {
      audit.record("turned-to-removed", new SubjectRef("person", leader), "");
    }
  }

  /** For each person at a site that somebody turns to: who does. */
  public Map<UUID, Set<UUID>> at(UUID site) {
    var found = new HashMap<UUID, Set<UUID>>();
    jdbc.sql("""
        select l.person_id, c.person_id from organizing.turned_to t
        join roll.api_person_now l on l.local_id = t.local_id and l.id = t.leader_id
        join roll.api_person_now c on c.local_id = t.local_id and c.id = t.colleague_id
        join roll.api_site_now s on s.local_id = t.local_id and s.id = t.site_id
        where t.local_id = ? and s.site_id = ? and l.person_id <> c.person_id""").params(local(), site).query(rs -> {
      found.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new HashSet<>()).add(rs.getObject(2, UUID.class));
    });
    return found;
  }

  /** The natural leaders of a site: those at least {@value #COLLEAGUES} people of their own part turn to. */
  static Set<UUID> natural(Map<UUID, Set<UUID>> turnedTo, Map<UUID, Set<String>> partsOf) {
    return turnedTo.entrySet()
        .stream()
        .filter(entry -> partsOf.getOrDefault(entry.getKey(), Set.of())
            .stream()
            .anyMatch(part -> colleaguesIn(part, entry.getValue(), partsOf) >= COLLEAGUES))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long colleaguesIn(String part, Set<UUID> colleagues, Map<UUID, Set<String>> partsOf) {
    return List.copyOf(colleagues)
        .stream()
        .filter(colleague -> partsOf.getOrDefault(colleague, Set.of()).contains(part))
        .count();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
