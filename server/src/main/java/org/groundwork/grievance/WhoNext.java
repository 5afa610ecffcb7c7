// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom to talk to next about a common cause. Runs inside the caller's transaction. */
public final class WhoNext {
  private final JdbcClient jdbc;

  WhoNext(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** Somebody known at a site of the network. */
  public record Known(UUID person, UUID site, String siteName) {}

  /** People known at sites of the network with whom nobody has spoken about this kind yet, at most {@code most}. */
  public List<Known> notSpokenWith(GrievanceKind kind, String network, int most) {
    return jdbc.sql("""
        select q.person_id, q.site_id, s.name from (
          select distinct on (p.person_id) p.person_id, p.site_id from roll.api_site x
          join target.api_site r on r.id = x.register_site
          left join target.api_local_network l on l.local_id = :local and l.site_id = r.id
          join roll.api_position p on p.local_id = :local and p.site_id = x.id
          where x.local_id = :local and coalesce(l.network_id, r.base_network_id) = :network
            and not exists (select 1 from roll.api_position b
              where b.local_id = :local and b.person_id = p.person_id and b.boss_side)
            and not exists (select 1 from grievance.grievance g
              where g.local_id = :local and g.person_id = p.person_id and g.kind = :kind
                and (g.confirmed_at is not null or g.closed_as is not null))
          order by p.person_id, p.site_id) q
        join roll.api_site s on s.local_id = :local and s.id = q.site_id
        order by s.name, q.person_id limit :most""")
        .param("local", Tenancy.current().value())
        .param("network", network)
        .param("kind", kind.key())
        .param("most", most)
        .query((rs, i) -> new Known(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getString(3)))
        .list();
  }
}
