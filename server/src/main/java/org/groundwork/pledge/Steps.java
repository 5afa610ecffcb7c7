// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rungs for which people are asked, as campaigns publish them. Runs inside the caller's transaction. */
final class Steps {
  private static final String SELECT = """
      select r.id, r.campaign_id, coalesce(r.site_id, n.site_id) as at_site, r.threshold, r.site_id is not null as linked,
        r.site_id is not null and r.state = 'now' and r.campaign_state in ('quiet', 'public') as is_now,
        r.state = 'done' as is_done, r.state = 'done' or r.campaign_state = 'closed' as is_over
      from campaign.api_rung r
      left join pledge.step_call c on c.local_id = r.local_id and c.step_id = r.id
      left join roll.api_site_now n on n.local_id = c.local_id and n.id = c.site_id
      """;
  private static final int MOST_TESTED = 8;
  private final JdbcClient jdbc;
  private final Ladder ladder;
  private final StrengthTests tests;

  Steps(JdbcClient jdbc, Ladder ladder, StrengthTests tests) {
    this.jdbc = jdbc;
    this.ladder = ladder;
    this.tests = tests;
  }

  /** A rung of a campaign that has a site, or of which somebody was asked at one; empty for any other. */
  Optional<AskedStep> byId(UUID step) {
    return jdbc.sql(SELECT + """
        where r.local_id = ? and r.id = ? and coalesce(r.site_id, n.site_id) is not null""")
        .params(local(), step)
        .query(Steps::read)
        .optional();
  }

  /** What is to be done now at a site, the campaign that was opened last first. */
  List<AskedStep> nowAt(UUID site) { return jdbc.sql(SELECT + """
        where r.local_id = ? and r.site_id = ? and r.state = 'now' and r.campaign_state in ('quiet', 'public')
        order by r.campaign_id desc""").params(local(), site).query(Steps::read).list(); }

  /**
   * The rungs of a site whose test there is something to see of, at most {@value #MOST_TESTED}: what is to be done now
   * first, then what people answered or did, the rung that was begun last first.
   */
  List<UUID> testedAt(UUID site) {
    return jdbc.sql("""
        select s.id from campaign.api_step s
        where s.local_id = :local and s.site_id = :site
          and (s.state = 'now' and s.campaign_state in ('quiet', 'public')
            or exists (select 1 from campaign.api_step_act a where a.local_id = s.local_id and a.step_id = s.id)
            or exists (select 1 from pledge.card c where c.local_id = s.local_id and c.step_id = s.id))
        order by s.state = 'now' and s.campaign_state in ('quiet', 'public') desc, s.begun_at desc nulls last,
          s.campaign_id desc, s.id desc
        limit :most""")
        .param("local", local())
        .param("site", site)
        .param("most", MOST_TESTED)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** What these rungs are, in the words of their plans. */
  Map<UUID, String> texts(Collection<UUID> asked) {
    return ladder.texts(asked);
  }

  /** What a rung is, in the words of the plan; empty if it has gone. */
  String text(AskedStep step) {
    return ladder.rung(step.campaign(), step.id()).map(rung -> rung.step().what()).orElse("");
  }

  /** Who of these people did it. */
  Set<UUID> didIt(UUID step, Collection<UUID> people) {
    return new HashSet<>(jdbc.sql("""
        select distinct n.person_id from campaign.api_step_act a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = ? and a.step_id = ? and n.person_id in (select unnest(?::uuid[]))""")
        .params(local(), step, people.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Notes that somebody did it, unless that is known. */
  boolean did(UUID step, UUID person, LocalDate on) {
    if (didIt(step, List.of(person)).isEmpty()) {
      tests.did(step, List.of(person), on);
    }
    return true;
  }

  /** Takes back what the caller noted within the last hour. */
  boolean takeBack(UUID step, UUID person) {
    return tests.takeBack(step, person);
  }

  /** Who of these people did a rung of whatever fight on one of these days. */
  Set<UUID> didBetween(Collection<UUID> people, LocalDate from, LocalDate to) {
    return new HashSet<>(jdbc.sql("""
        select distinct n.person_id from campaign.api_step_act a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = ? and a.did_on between ? and ? and n.person_id in (select unnest(?::uuid[]))""")
        .params(local(), Date.valueOf(from), Date.valueOf(to), people.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** How many people did. */
  int howManyDid(LocalDate from, LocalDate to) {
    return jdbc.sql("""
        select count(distinct n.person_id) from campaign.api_step_act a
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = :local and a.did_on between :first and :last and not exists (
          select 1 from roll.api_person_now m
          join roll.api_position b on b.local_id = m.local_id and b.person_id = m.id and b.boss_side
          where m.local_id = :local and m.person_id = n.person_id)""")
        .param("local", local())
        .param("first", Date.valueOf(from))
        .param("last", Date.valueOf(to))
        .query(Integer.class)
        .single();
  }

  private static AskedStep read(ResultSet rs, int row) throws SQLException {
    int threshold = rs.getInt("threshold");
    return new AskedStep(rs.getObject("id", UUID.class), rs.getObject("campaign_id", UUID.class),
        rs.getObject("at_site", UUID.class), threshold == 0 ? OptionalInt.empty() : OptionalInt.of(threshold),
        rs.getBoolean("linked"), rs.getBoolean("is_now"), rs.getBoolean("is_done"), rs.getBoolean("is_over"));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
