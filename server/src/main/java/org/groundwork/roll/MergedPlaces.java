// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.SamePlace;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sites are the same place while they are merged, and no longer once that is taken back. */
record MergedPlaces(JdbcClient jdbc) implements SamePlace {
  static final String SAME = """
      select o.id from roll.api_site_now n join roll.api_site_now o on o.local_id = :local and o.site_id = n.site_id
      where n.local_id = :local and n.id = any(:sites)""";

  @Override
  public Set<UUID> of(Set<UUID> sites) {
    if (sites.isEmpty()) {
      return sites;
    }
    var all = new HashSet<>(sites);
    jdbc.sql(SAME)
        .param("local", Tenancy.current().value())
        .param("sites", sites.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .forEach(all::add);
    return all;
  }
}
