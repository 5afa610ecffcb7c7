// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.util.Collection;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever said that they come, was somewhere, or has something to do there is not taken back as a slip of the pen. */
final class InUse implements PersonInUse {
  private final JdbcClient jdbc;

  InUse(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public boolean inUse(Collection<UUID> people) {
    UUID[] of = people.toArray(UUID[]::new);
    return jdbc.sql("""
        select exists (select 1 from action.sign_up u where u.local_id = :local
            and u.person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from action.march_part p where p.local_id = :local
            and p.person_id in (select unnest(:people::uuid[])))
          or exists (select 1 from action.gate_keeper k where k.local_id = :local
            and k.person_id in (select unnest(:people::uuid[])))""")
        .param("local", Tenancy.current().value())
        .param("people", of)
        .query(Boolean.class)
        .single();
  }
}
