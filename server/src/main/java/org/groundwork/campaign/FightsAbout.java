// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Fights;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says which grievances people fight about: those of a campaign's common cause, and those at its site. */
final class FightsAbout implements Fights {
  private final JdbcClient jdbc;

  FightsAbout(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public boolean about(GrievanceKind kind, Optional<String> network, Optional<UUID> site) {
    return jdbc.sql("""
        select exists (select 1 from campaign.campaign c where c.local_id = :local and c.state <> 'draft'
          and (c.cause_kind = :kind and c.cause_network = :network or c.site_id in (
            select o.id from roll.api_site_now n join roll.api_site_now o on o.local_id = :local and o.site_id = n.site_id
            where n.local_id = :local and n.id = :site::uuid)))""")
        .param("local", Tenancy.current().value())
        .param("kind", kind.key())
        .param("network", network.orElse(null))
        .param("site", site.orElse(null))
        .query(Boolean.class)
        .single();
  }
}
