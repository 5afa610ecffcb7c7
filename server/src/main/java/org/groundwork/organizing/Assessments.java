// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How people stand, judged by what they did. A judgement fades: after the local's number of days it says nothing any
 * more. Runs inside the caller's transaction.
 */
public final class Assessments {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Levels levels;
  private final Context context;

  Assessments(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Levels levels, Context context) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.levels = levels;
    this.context = context;
  }

  /** The local's days and figures, and where a judgement is noted. */
  record Context(Settings settings, Locals locals, Audit audit) {}

  /**
   * One judgement.
   *
   * @param means 1 (active) to 5 (against)
   * @param act what the person did, as written down
   * @param actOn the day they did it; from then it fades
   * @param faded whether it says nothing any more
   */
  public record Assessment(UUID id, UUID site, UUID level, int means, String act, LocalDate actOn, UUID by,
      boolean faded) {}

  /** Where somebody stands now. */
  public record Standing(UUID level, int means, LocalDate actOn) {}

  /**
   * Writes a judgement down; it takes the place of the one before.
   *
   * @param level one that is in use
   * @throws IllegalArgumentException if it is not
   */
  public void assess(UUID site, UUID person, UUID level, String act, LocalDate actOn) {
    levels.ready();
    if (levels.inUse(level).isEmpty()) {
      throw new IllegalArgumentException("the level is not in use");
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into organizing.assessment (local_id, id, site_id, person_id, level_id, act, act_on, assessed_by, assessed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, site, person, level, seals.seal("assessment", "act", id, act), Date.valueOf(actOn),
            Callers.actor().person(), Timestamp.from(clock.instant()))
        .update();
    context.audit().record("person-assessed", new SubjectRef("person", person), "");
  }

  /** Every judgement of somebody, the latest act first. */
  public List<Assessment> of(UUID person, int most) {
    return of(person, Within.ALL, most);
  }

  /** The same, of those made at some sites. */
  public List<Assessment> of(UUID person, Within within, int most) {
    LocalDate fresh = fresh();
    return jdbc.sql("""
        select a.id, a.site_id, a.level_id, l.means, a.act, a.act_on, a.assessed_by from organizing.assessment a
        join organizing.level l on l.local_id = a.local_id and l.id = a.level_id
        where a.local_id = :local and a.person_id in (select n.id from roll.api_person_now n
          where n.local_id = :local and n.person_id = :person)
          and (:everywhere or a.site_id in (select unnest(:sites::uuid[])))
        order by a.act_on desc, a.id desc limit :most""")
        .param("local", local())
        .param("everywhere", within.everywhere())
        .param("sites", within.ids())
        .param("person", person)
        .param("most", most)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          LocalDate on = rs.getDate(6).toLocalDate();
          return new Assessment(id, rs.getObject(2, UUID.class), rs.getObject(3, UUID.class), rs.getInt(4),
              seals.open("assessment", "act", id, rs.getBytes(5)), on, rs.getObject(7, UUID.class),
              on.isBefore(fresh));
        })
        .list();
  }

  /** Where somebody stands now; absent if nobody has said, or it has faded. */
  public Optional<Standing> standing(UUID person) {
    return Optional.ofNullable(standings(List.of(person)).get(person));
  }

  /** Where these people stand now. Whoever was never assessed, or so long ago that it has faded, is left out. */
  public Map<UUID, Standing> standings(Collection<UUID> people) {
    var found = new HashMap<UUID, Standing>();
    jdbc.sql("""
        select distinct on (n.person_id) n.person_id, a.level_id, l.means, a.act_on from roll.api_person_now n
        join organizing.assessment a on a.local_id = n.local_id and a.person_id = n.id
        join organizing.level l on l.local_id = a.local_id and l.id = a.level_id
        where n.local_id = :local and n.person_id in (select unnest(:people::uuid[])) and a.local_id = :local and a.act_on >= :fresh
        order by n.person_id, a.act_on desc, a.id desc""")
        .param("local", local())
        .param("people", people.toArray(UUID[]::new))
        .param("fresh", Date.valueOf(fresh()))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class),
              new Standing(rs.getObject(2, UUID.class), rs.getInt(3), rs.getDate(4).toLocalDate()));
        });
    return found;
  }

  /**
   * Who stands so that it means at most {@code means}, of those who hold a place at a site and are not on the boss's
   * side; not from the place they hold but from what they did last, wherever that was.
   */
  public Set<UUID> standing(UUID site, int means) {
    return new HashSet<>(jdbc.sql("""
        select s.person_id from (
          select distinct on (n.person_id) n.person_id, l.means from roll.api_position p
          join roll.api_person_now n on n.local_id = p.local_id and n.person_id = p.person_id
          join organizing.assessment a on a.local_id = n.local_id and a.person_id = n.id
          join organizing.level l on l.local_id = a.local_id and l.id = a.level_id
          where p.local_id = :local and a.local_id = :local and p.site_id = :site and not p.boss_side and a.act_on >= :fresh
          order by n.person_id, a.act_on desc, a.id desc) s
        where s.means <= :means""")
        .param("local", local())
        .param("site", site)
        .param("fresh", Date.valueOf(fresh()))
        .param("means", means)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  private LocalDate fresh() {
    return LocalDate.now(clock.withZone(context.locals().profile().zone()))
        .minusDays(context.settings().now().fadesAfter());
  }

  private static UUID local() { return Tenancy.current().value(); }
}
