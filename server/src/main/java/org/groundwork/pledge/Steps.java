// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.groundwork.campaign.Ladder;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rungs for which people are asked, as campaigns publish them. Runs inside the caller's transaction. */
final class Steps {
  private static final String SELECT = """
      select id, campaign_id, site_id, threshold, state = 'now' and campaign_state in ('quiet', 'public') as is_now,
        state = 'done' or campaign_state = 'closed' as is_over
      from campaign.api_step
      """;
  private static final int MOST_TESTED = 8;
  private final JdbcClient jdbc;
  private final Ladder ladder;

  Steps(JdbcClient jdbc, Ladder ladder) {
    this.jdbc = jdbc;
    this.ladder = ladder;
  }

  /** A rung of a campaign that has a site; empty for any other. */
  Optional<AskedStep> byId(UUID step) {
    return jdbc.sql(SELECT + "where local_id = ? and id = ?").params(local(), step).query(Steps::read).optional();
  }

  /** What is to be done now at a site, the campaign that was opened last first. */
  List<AskedStep> nowAt(UUID site) { return jdbc.sql(SELECT + """
        where local_id = ? and site_id = ? and state = 'now' and campaign_state in ('quiet', 'public')
        order by campaign_id desc""").params(local(), site).query(Steps::read).list(); }

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

  private static AskedStep read(ResultSet rs, int row) throws SQLException {
    int threshold = rs.getInt("threshold");
    return new AskedStep(rs.getObject("id", UUID.class), rs.getObject("campaign_id", UUID.class),
        rs.getObject("site_id", UUID.class), threshold == 0 ? OptionalInt.empty() : OptionalInt.of(threshold),
        rs.getBoolean("is_now"), rs.getBoolean("is_over"));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
