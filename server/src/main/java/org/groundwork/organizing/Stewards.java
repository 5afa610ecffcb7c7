// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is responsible for whom: at each site everybody has one steward or counts as uncovered. Runs inside the caller's
 * transaction.
 */
public final class Stewards {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Settings settings;
  private final Locals locals;
  private final Audit audit;

  Stewards(JdbcClient jdbc, Ids ids, Clock clock, Settings settings, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.locals = locals;
    this.audit = audit;
  }

  /** What came of giving people a steward. */
  public sealed interface Given {
    /** They have; so many had none or another before. */
    record Yes(int people) implements Given {}

    /** The steward would have more than the local's most. */
    record TooMany(int would, int most) implements Given {}
  }

  /** The steward of each person at a site; whoever is left out is uncovered. */
  public Map<UUID, UUID> at(UUID site) {
    var found = new HashMap<UUID, UUID>();
    jdbc.sql("""
        select n.person_id, s.steward_id from organizing.stewardship s
        join roll.api_person_now n on n.local_id = s.local_id and n.id = s.person_id
        where s.local_id = ? and s.site_id = ? and s.until is null order by s.id""")
        .params(local(), site)
        .query(rs -> {
          found.putIfAbsent(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
        });
    return found;
  }

  /** One of somebody's people, and where. */
  public record Mine(UUID site, UUID person) {}

  /** Whose steward somebody is, over all sites. */
  public List<Mine> of(UUID steward) {
    return jdbc.sql("""
        select distinct s.site_id, n.person_id from organizing.stewardship s
        join roll.api_person_now n on n.local_id = s.local_id and n.id = s.person_id
        where s.local_id = ? and s.steward_id = ? and s.until is null order by s.site_id, n.person_id""")
        .params(local(), steward)
        .query((rs, i) -> new Mine(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .list();
  }

  /** Whether somebody is the steward of a person anywhere. */
  public boolean has(UUID steward, UUID person) {
    return of(steward).stream().anyMatch(m -> m.person().equals(person));
  }

  /** How many people each of these stewards has over all sites; whoever has nobody is left out. */
  public Map<UUID, Integer> loads(Collection<UUID> stewards) {
    var found = new HashMap<UUID, Integer>();
    jdbc.sql("""
        select steward_id, count(distinct person_id) from organizing.stewardship
        where local_id = ? and until is null and steward_id in (select unnest(?::uuid[])) group by steward_id""")
        .params(local(), stewards.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), rs.getInt(2));
        });
    return found;
  }

  /**
   * Gives people of a site one steward, in place of the one they had. Two organisers at once wait for one another: the
   * later one wins, and everybody has one.
   */
  public Given give(UUID site, Collection<UUID> people, UUID steward) {
    lock(site, steward);
    var now = at(site);
    var wanted = people.stream().distinct().filter(person -> !steward.equals(now.get(person))).toList();
    int would = loads(List.of(steward)).getOrDefault(steward, 0) + wanted.size();
    int most = settings.now().stewardMost();
    if (!wanted.isEmpty() && would > most) {
      return new Given.TooMany(would, most);
    }
    release(site, wanted);
    for (UUID person : wanted) {
      jdbc.sql("""
          insert into organizing.stewardship (local_id, id, site_id, person_id, steward_id, since, changed_by, changed_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(local(), ids.next(), site, person, steward, today(), Callers.actor().person(), now())
          .update();
    }
    if (!wanted.isEmpty()) {
      audit.record("steward-given", new SubjectRef("site", site), wanted.size() + " people");
    }
    return new Given.Yes(wanted.size());
  }

  /** Takes their steward from people of a site; they are uncovered then. */
  public void release(UUID site, Collection<UUID> people) {
    jdbc.sql("""
        update organizing.stewardship s set until = ?, version = version + 1, changed_by = ?, changed_at = ?
        where s.local_id = ? and s.site_id = ? and s.until is null and s.person_id in (select n.id
          from roll.api_person_now n where n.local_id = ? and n.person_id in (select unnest(?::uuid[])))""")
        .params(today(), Callers.actor().person(), now(), local(), site, local(), people.toArray(UUID[]::new))
        .update();
  }

  private void lock(UUID site, UUID steward) {
    for (String what : List.of("steward " + steward, "stewards-at " + site).stream().sorted().toList()) {
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(local() + " " + what).query(rs -> {});
    }
  }

  private Date today() { return Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
