// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import org.groundwork.platform.access.PasskeyRule;
import org.groundwork.platform.access.RollSize;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the people of a local only as far as the rule about passkeys asks, so that a large roll costs no more. */
final class BoundedRollSize implements RollSize {
  private final JdbcClient jdbc;

  BoundedRollSize(JdbcClient jdbc) { this.jdbc = jdbc; }

  @Override
  public int people() {
    return jdbc
        .sql(
            """
        select count(*) from (select 1 from roll.person p where p.local_id = ? and p.merged_into is null limit ?) known""")
        .params(Tenancy.current().value(), PasskeyRule.PEOPLE)
        .query(Integer.class)
        .single();
  }
}
