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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
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
  private static final String PRESENT = """
       from organizing.stewardship s
      join roll.api_person_now n on n.local_id = s.local_id and n.id = s.person_id
      join roll.api_site_now t on t.local_id = s.local_id and t.id = s.site_id
      join roll.api_position p on p.local_id = s.local_id and p.person_id = n.person_id and p.site_id = t.site_id
        and not p.boss_side
      where s.local_id = ? and p.local_id = ? and s.until is null\s""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Context context;
  private final Audit audit;

  Stewards(JdbcClient jdbc, Ids ids, Clock clock, Context context, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.context = context;
    this.audit = audit;
  }

  /** The local's most, its days, and who holds which office. */
  record Context(Settings settings, Locals locals, Mandates mandates) {}

  /** What came of giving people a steward. */
  public sealed interface Given {
    /** They have; so many had none or another before. */
    record Yes(int people) implements Given {}

    /** The steward would have more than the local's most. */
    record TooMany(int would, int most) implements Given {}
  }

  /** Whoever may talk with people at a site, and so be a steward there. */
  public List<UUID> able(UUID site) {
    return context.mandates().holders(Power.TALK, Set.of(site));
  }

  /**
   * The steward of each person at a site; whoever is left out is uncovered. One whose office there ended covers nobody, and
   * has their people again if it is given to them again.
   */
  public Map<UUID, UUID> at(UUID site) {
    var found = new HashMap<UUID, UUID>();
    jdbc.sql("""
        select n.person_id, s.steward_id from organizing.stewardship s
        join roll.api_person_now n on n.local_id = s.local_id and n.id = s.person_id
        join roll.api_site_now t on t.local_id = s.local_id and t.id = s.site_id
        where s.local_id = ? and t.site_id = ? and s.until is null and s.steward_id in (select unnest(?::uuid[]))
        order by s.id""")
        .params(local(), site, able(site).toArray(UUID[]::new))
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

  /** Those of them who hold a place at the site still and are not on the boss's side, where the steward's office reaches. */
  public List<Mine> present(Caller.Actor steward) {
    return jdbc.sql("select distinct t.site_id, n.person_id" + PRESENT + """
        and s.steward_id = ? order by t.site_id, n.person_id""")
        .params(local(), local(), steward.person())
        .query((rs, i) -> new Mine(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .list()
        .stream()
        .filter(mine -> steward.may(Power.TALK, mine.site()))
        .toList();
  }

  /** Whether somebody has a steward now, anywhere. */
  public boolean covered(UUID person) {
    return jdbc.sql("select distinct s.steward_id, t.site_id, n.person_id" + PRESENT + " and n.person_id = ?")
        .params(local(), local(), person)
        .query((rs, i) -> new Held(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            rs.getObject(3, UUID.class)))
        .list()
        .stream()
        .anyMatch(one -> able(one.site()).contains(one.steward()));
  }

  private record Held(UUID steward, UUID site, UUID person) {}

  /** How many people each of these stewards has over the sites of their office; whoever has nobody is left out. */
  public Map<UUID, Integer> loads(Collection<UUID> stewards) {
    var held = jdbc.sql("select distinct s.steward_id, t.site_id, n.person_id" + PRESENT + """
        and s.steward_id in (select unnest(?::uuid[]))""")
        .params(local(), local(), stewards.toArray(UUID[]::new))
        .query((rs, i) -> new Held(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            rs.getObject(3, UUID.class)))
        .list();
    var able = held.stream().map(Held::site).distinct().collect(Collectors.toMap(site -> site, this::able));
    return held.stream()
        .filter(one -> able.getOrDefault(one.site(), List.of()).contains(one.steward()))
        .collect(Collectors.groupingBy(Held::steward,
            Collectors.mapping(Held::person, Collectors.collectingAndThen(Collectors.toSet(), Set::size))));
  }

  /**
   * Gives people of a site one steward, in place of the one they had. Two organisers at once wait for one another: the
   * later one wins, and everybody has one.
   */
  public Given give(UUID site, Collection<UUID> people, UUID steward) {
    lock("steward " + steward, "stewards-at " + site);
    var now = at(site);
    var wanted = people.stream().distinct().filter(person -> !steward.equals(now.get(person))).toList();
    int would = loads(List.of(steward)).getOrDefault(steward, 0) + wanted.size();
    int most = context.settings().now().stewardMost();
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
  public void takeAway(UUID site, Collection<UUID> people) {
    lock("stewards-at " + site);
    int released = release(site, people);
    if (released > 0) {
      audit.record("steward-taken", new SubjectRef("site", site), released + " people");
    }
  }

  private int release(UUID site, Collection<UUID> people) {
    return jdbc.sql("""
        update organizing.stewardship s set until = ?, version = version + 1, changed_by = ?, changed_at = ?
        where s.local_id = ? and s.until is null and s.site_id in (select t.id from roll.api_site_now t
          where t.local_id = ? and t.site_id = ?) and s.person_id in (select n.id
          from roll.api_person_now n where n.local_id = ? and n.person_id in (select unnest(?::uuid[])))""")
        .params(today(), Callers.actor().person(), now(), local(), local(), site, local(), people.toArray(UUID[]::new))
        .update();
  }

  private void lock(String... names) {
    for (String what : Stream.of(names).sorted().toList()) {
      jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(local() + " " + what).query(rs -> {});
    }
  }

  private Date today() { return Date.valueOf(LocalDate.now(clock.withZone(context.locals().profile().zone()))); }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
