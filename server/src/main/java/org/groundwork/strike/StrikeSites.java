// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a rung belongs, as campaigns publish it. Runs inside the caller's transaction. */
public final class StrikeSites {
  private final JdbcClient jdbc;

  StrikeSites(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * Where a rung belongs.
   *
   * @param site as it is now, where sites were merged
   * @param goesOn whether its fight is open
   */
  public record At(UUID campaign, UUID site, boolean goesOn) {}

  /** Where a rung belongs; empty for one that is not, and for a fight without a site. */
  public Optional<At> of(UUID step) {
    return jdbc.sql("""
        select campaign_id, site_id, campaign_state in ('quiet', 'public') from campaign.api_step
        where local_id = ? and id = ? and campaign_state <> 'draft'""")
        .params(Tenancy.current().value(), step)
        .query((rs, i) -> new At(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getBoolean(3)))
        .optional();
  }

  /** Whether somebody has a place at a site, and none there on the boss's side. */
  public boolean belongs(UUID person, UUID site) {
    return jdbc.sql("""
        select count(*) filter (where not p.boss_side) > 0 and count(*) filter (where p.boss_side) = 0
        from roll.api_position p
        join roll.api_site_now n on n.local_id = p.local_id and n.id = p.site_id
        where p.local_id = ? and p.person_id = ? and n.site_id = ?""")
        .params(Tenancy.current().value(), person, site)
        .query(Boolean.class)
        .single();
  }
}
