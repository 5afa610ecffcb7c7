// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.UnsaidCases;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which open cases of a place may be about a fight that is being ended there. Runs inside the caller's transaction. */
public final class WhoseFight implements UnsaidCases {
  private static final String UNSAID = """
       and c.state = 'open' and c.campaign_id is null
        and s.site_id in (select f.site_id from roll.api_site_now f where f.local_id = :local and f.id = :site)
        and not exists (select 1 from defence.unrelated u
          where u.local_id = :local and u.retaliation_id = c.id and u.campaign_id = :campaign)
      """;
  private static final String COUNT = """
      select count(*) from defence.retaliation c
      left join roll.api_site_now s on s.local_id = c.local_id and s.id = c.site_id
      where c.local_id = :local
      """;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Locals locals;
  private final CaseRows rows;
  private final Cases cases;
  private final Audit audit;

  WhoseFight(JdbcClient jdbc, Clock clock, Locals locals, CaseRows rows, Cases cases, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.locals = locals;
    this.rows = rows;
    this.cases = cases;
    this.audit = audit;
  }

  @Override
  public int of(UUID campaign, UUID site) {
    return jdbc.sql(COUNT + UNSAID)
        .param("local", local())
        .param("site", site)
        .param("campaign", campaign)
        .query(Integer.class)
        .single();
  }

  @Override
  public String path(UUID campaign) { return "cases/whose-fight?campaign=" + campaign; }

  /** The cases of which nobody has said whether they are about this fight, the latest blow first. */
  public List<Case> unsaid(UUID campaign, UUID site) {
    return jdbc.sql(CaseRows.SELECT + UNSAID + " order by c.happened_on desc, c.id desc")
        .param("local", local())
        .param("site", site)
        .param("campaign", campaign)
        .query(rows)
        .list();
  }

  /** Says whether a case is about a fight. Said twice, it is said once. */
  public void say(UUID hit, UUID campaign, boolean about) {
    if (about) {
      cases.about(hit, new Case.About(Optional.of(campaign), Optional.empty(), Optional.empty()), Optional.empty());
      return;
    }
    int said = jdbc.sql("""
        insert into defence.unrelated (local_id, retaliation_id, campaign_id, said_by, said_on) values (?, ?, ?, ?, ?)
        on conflict do nothing""")
        .params(local(), hit, campaign, Callers.actor().person(),
            Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))))
        .update();
    if (said == 1) {
      audit.record("case-unrelated", Cases.subject(hit), "");
    }
  }

  private static UUID local() { return Tenancy.current().value(); }
}
