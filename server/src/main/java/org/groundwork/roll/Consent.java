// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may be written to. Asked by everything that sends; runs inside the caller's transaction. */
public final class Consent {
  private final JdbcClient jdbc;

  Consent(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * Whether the person agreed, by joining or by saying so, and is not on the boss's side anywhere. Never for somebody
   * who left or was expelled, nor for a record that is not there.
   */
  public boolean mayBeWritten(UUID person) { return !whoMayBeWritten(List.of(person)).isEmpty(); }

  /** Those of these people of whom {@link #mayBeWritten} is true, found at once. */
  Set<UUID> whoMayBeWritten(Collection<UUID> people) {
    return Set.copyOf(jdbc.sql("""
        select p.id from roll.person p
        where p.local_id = :local and p.id in (select unnest(:people::uuid[])) and p.merged_into is null
          and p.agreed_on is not null and p.state not in ('left', 'expelled')
          and not exists (select 1 from roll.position b
            where b.local_id = p.local_id and b.person_id = p.id and b.until is null and b.boss_side)""")
        .param("local", Tenancy.current().value())
        .param("people", people.toArray(UUID[]::new))
        .query(UUID.class)
        .list());
  }
}
