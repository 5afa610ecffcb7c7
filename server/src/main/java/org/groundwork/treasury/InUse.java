// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.Collection;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever signed for a quarter or handed over the money is not taken back as a slip of the pen. */
final class InUse implements PersonInUse {
  private final JdbcClient jdbc;

  InUse(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from treasury.fund_rule r where r.local_id = :local
            and (r.asked_by in (select unnest(:people::uuid[])) or r.decided_by in (select unnest(:people::uuid[]))))
          or exists (select 1 from treasury.signing s where s.local_id = :local
            and s.signed_by in (select unnest(:people::uuid[])))
          or exists (select 1 from treasury.handover h where h.local_id = :local
            and (h.giver_id in (select unnest(:people::uuid[])) or h.taker_id in (select unnest(:people::uuid[]))
              or h.taker_confirmed_by in (select unnest(:people::uuid[]))))""")
        .param("local", Tenancy.current().value())
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }
}
