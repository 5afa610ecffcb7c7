// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places of cases: what they are called, and who has one there. Runs inside the caller's transaction. */
public final class CasePlaces {
  private final JdbcClient jdbc;

  CasePlaces(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** What these sites are called; one that is not there is left out. */
  public Map<UUID, String> names(Collection<UUID> sites) {
    var names = new HashMap<UUID, String>();
    jdbc.sql("""
        select s.id, s.name from roll.api_site s
        where s.local_id = ? and s.id in (select unnest(?::uuid[])) order by s.id""")
        .params(Tenancy.current().value(), sites.toArray(UUID[]::new))
        .query(rs -> {
          names.put(rs.getObject(1, UUID.class), rs.getString(2));
        });
    return names;
  }

  /** At most so many of those who have a place at one of the sites, or at any, and are not on the other side. */
  public List<UUID> people(Cases.Within whose, int most) {
    return jdbc.sql("""
        select distinct p.person_id from roll.api_position p
        where p.local_id = :local and not p.boss_side and (:whole or p.site_id in (select unnest(:sites::uuid[])))
        order by p.person_id limit :most""")
        .param("local", Tenancy.current().value())
        .param("whole", whose.whole())
        .param("sites", whose.sites().toArray(UUID[]::new))
        .param("most", most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }
}
