// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.access.NamesOnHost;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a command on the host what people of a roll are called, with the keys that lie beside it. */
public final class RollNamesOnHost implements NamesOnHost {

  /** For {@link java.util.ServiceLoader}. */
  public RollNamesOnHost() {}

  @Override
  public Map<UUID, String> names(JdbcClient jdbc, KeyStore keys, Collection<UUID> people) {
    var fields = new PersonFields(keys);
    var names = new LinkedHashMap<UUID, String>();
    jdbc.sql("select p.id, p.name from roll.person p where p.local_id = ? and p.id = any(?) order by p.id")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(rs -> {
          UUID person = rs.getObject(1, UUID.class);
          names.put(person, fields.name(person, rs.getBytes(2)));
        });
    return names;
  }
}
