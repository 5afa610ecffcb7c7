// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
      select id, campaign_id, site_id, threshold, state = 'now' and campaign_state in ('quiet', 'public') as is_now,
        state = 'done' as is_done, state = 'done' or campaign_state = 'closed' as is_over
      from campaign.api_step
      """;
  private final JdbcClient jdbc;
  private final Ladder ladder;
  private final StrengthTests tests;

  Steps(JdbcClient jdbc, Ladder ladder, StrengthTests tests) {
    this.jdbc = jdbc;
    this.ladder = ladder;
    this.tests = tests;
  }

  /** A rung of a campaign that has a site; empty for any other. */
  Optional<AskedStep> byId(UUID step) {
    return jdbc.sql(SELECT + "where local_id = ? and id = ?").params(local(), step).query(Steps::read).optional();
  }

  /** What is to be done now at a site, the campaign that was opened last first. */
  List<AskedStep> nowAt(UUID site) { return jdbc.sql(SELECT + """
        where local_id = ? and site_id = ? and state = 'now' and campaign_state in ('quiet', 'public')
        order by campaign_id desc""").params(local(), site).query(Steps::read).list(); }

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

  private static AskedStep read(ResultSet rs, int row) throws SQLException {
    int threshold = rs.getInt("threshold");
    return new AskedStep(rs.getObject("id", UUID.class), rs.getObject("campaign_id", UUID.class),
        rs.getObject("site_id", UUID.class), threshold == 0 ? OptionalInt.empty() : OptionalInt.of(threshold),
        rs.getBoolean("is_now"), rs.getBoolean("is_done"), rs.getBoolean("is_over"));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
