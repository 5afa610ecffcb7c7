// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Stewards;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Charts;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of strength: who did what a rung asks, and what that says. Runs inside the caller's transaction. */
public final class StrengthTests {
  private static final int WITH_US = 2;
  private static final Duration TAKEN_BACK = Duration.ofHours(1);
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Charted charted;
  private final Audit audit;

  StrengthTests(JdbcClient jdbc, Clock clock, Charted charted, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.charted = charted;
    this.audit = audit;
  }

  /** Who is on a chart, who is responsible for them and how they stand. */
  record Charted(Sites sites, People people, Stewards stewards, Assessments assessments) {}

  /** Holds rungs, in one order for everybody, until this transaction ends. */
  public void hold(Collection<UUID> steps) { jdbc.sql("""
        select id from campaign.step where local_id = ? and id in (select unnest(?::uuid[])) order by id
        for no key update""").params(local(), steps.toArray(UUID[]::new)).query(UUID.class).list(); }

  /** Notes that people did what a rung asks; noting it again changes nothing. */
  public void did(UUID step, Collection<UUID> people, LocalDate on) {
    if (people.isEmpty()) {
      return;
    }
    Letters.lock(jdbc, step);
    int noted = 0;
    for (UUID person : people) {
      noted += jdbc.sql("""
          insert into campaign.step_act (local_id, step_id, person_id, did_on, noted_by, noted_at)
          values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
          .params(local(), step, person, Date.valueOf(on), Callers.actor().person(), Timestamp.from(clock.instant()))
          .update();
    }
    if (noted > 0) {
      audit.record("step-done-by", new SubjectRef("step", step), noted + " people");
    }
  }

  /** Takes back that people did it. */
  public void didNot(UUID step, Collection<UUID> people) {
    if (people.isEmpty()) {
      return;
    }
    Letters.lock(jdbc, step);
    int removed = jdbc.sql("""
        delete from campaign.step_act where local_id = ? and step_id = ? and person_id in (select n.id
          from roll.api_person_now n where n.local_id = ? and n.person_id in (select unnest(?::uuid[])))""")
        .params(local(), step, local(), people.toArray(UUID[]::new))
        .update();
    if (removed > 0) {
      audit.record("step-not-done-by", new SubjectRef("step", step), removed + " people");
    }
  }

  /**
   * Takes back that somebody did it, if the caller noted it themselves within the last hour.
   *
   * @return false, and nothing changed, if they did not
   */
  public boolean takeBack(UUID step, UUID person) {
    Letters.lock(jdbc, step);
    int removed = jdbc.sql("""
        delete from campaign.step_act where local_id = ? and step_id = ? and noted_by = ? and noted_at > ?
          and person_id in (select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .params(local(), step, Callers.actor().person(), Timestamp.from(clock.instant().minus(TAKEN_BACK)), local(),
            person)
        .update();
    if (removed > 0) {
      audit.record("step-not-done-by", new SubjectRef("step", step), removed + " people");
    }
    return removed > 0;
  }

  /** Everybody who did it, as the people they are now. */
  public Set<UUID> whoDid(UUID step) {
    return new HashSet<>(jdbc.sql("""
        select distinct n.person_id from campaign.step_act a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = ? and a.step_id = ?""")
        .params(local(), step)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** What a test comes to on a site's chart as it is now. */
  public TestResult result(Site site, UUID step) {
    var places = Charts.counted(site, charted.people().at(site.id()));
    var ours = places.stream().filter(place -> !place.bossSide()).map(People.Place::person).distinct().toList();
    var did = whoDid(step);
    var parts = parts(site, places, did);
    return new TestResult(parts.stream().mapToInt(TestResult.PartResult::have).sum() + unplaced(site, places, did),
        Math.max(parts.stream().mapToInt(TestResult.PartResult::of).sum(), 0), parts, prepared(site), ours.size(),
        toAsk(site, ours, did));
  }

  /** The parts of a site in the order of its chart, each with its homes or jobs as a test counts them. */
  public Map<String, Integer> denominators(Site site) {
    var order = charted.sites().units(site.id()).stream().map(unit -> Part.of(site, unit)).distinct().toList();
    var of = new HashMap<String, Integer>();
    parts(site, Charts.counted(site, charted.people().at(site.id())), Set.of())
        .forEach(part -> of.put(part.part(), part.of()));
    var ordered = new LinkedHashMap<String, Integer>();
    order.forEach(part -> ordered.put(part, of.getOrDefault(part, 0)));
    return ordered;
  }

  /** People of a workplace whose department is not known did it too; of a building only homes count. */
  private static int unplaced(Site site, List<People.Place> places, Set<UUID> did) {
    return site.kind() == SiteKind.BUILDING
        ? 0
        : (int) places.stream()
            .filter(place -> place.unit().isEmpty() && !place.bossSide() && did.contains(place.person()))
            .count();
  }

  private List<TestResult.PartResult> parts(Site site, List<People.Place> places, Set<UUID> did) {
    var inUnit = new HashMap<UUID, List<People.Place>>();
    places.forEach(place -> place.unit()
        .ifPresent(unit -> inUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(place)));
    boolean homes = site.kind() == SiteKind.BUILDING;
    var have = new LinkedHashMap<String, Integer>();
    var of = new HashMap<String, Integer>();
    for (Sites.Unit unit : charted.sites().units(site.id())) {
      var there = inUnit.getOrDefault(unit.id(), List.of());
      var ours = there.stream().filter(place -> !place.bossSide()).map(People.Place::person).toList();
      int acted = (int) ours.stream().filter(did::contains).count();
      int bosses = there.size() - ours.size();
      int room = homes
          ? (ours.isEmpty() && bosses > 0 ? 0 : unit.places())
          : Math.max(unit.places() - bosses, ours.size());
      have.merge(Part.of(site, unit), homes ? Math.min(acted, 1) : acted, Integer::sum);
      of.merge(Part.of(site, unit), room, Integer::sum);
    }
    return have.entrySet()
        .stream()
        .map(part -> new TestResult.PartResult(part.getKey(), part.getValue(), of.getOrDefault(part.getKey(), 0)))
        .sorted(Comparator.comparingInt(TestResult.PartResult::percent))
        .toList();
  }

  /** How many of a site talked through what the other side will do, wherever that was. */
  private int prepared(Site site) {
    return jdbc.sql("""
        select count(distinct p.person_id) from roll.api_position p
        join roll.api_person_now n on n.local_id = p.local_id and n.person_id = p.person_id
        join organizing.api_talk t on t.local_id = n.local_id and t.person_id = n.id
        where p.local_id = :local and t.local_id = :local and p.site_id = :site and not p.boss_side and t.prepared""")
        .param("local", local())
        .param("site", site.id())
        .query(Integer.class)
        .single();
  }

  private List<TestResult.ToAsk> toAsk(Site site, List<UUID> ours, Set<UUID> did) {
    var stewards = charted.stewards().at(site.id());
    var withUs = charted.assessments().standing(site.id(), WITH_US);
    Map<Optional<UUID>, List<UUID>> bySteward = new LinkedHashMap<>();
    ours.stream()
        .filter(person -> !did.contains(person))
        .filter(withUs::contains)
        .forEach(person -> bySteward.computeIfAbsent(Optional.ofNullable(stewards.get(person)), _ -> new ArrayList<>())
            .add(person));
    return bySteward.entrySet().stream().map(entry -> new TestResult.ToAsk(entry.getKey(), entry.getValue())).toList();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
