// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What funds hold that can be spent: money there is, less what we owe. What members owe is no part of it. */
public final class Holdings {
  private final JdbcClient jdbc;

  Holdings(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** What is in a fund, in minor units. */
  public long of(UUID fund) { return jdbc.sql("""
        select coalesce(sum(t.debit - t.credit), 0)::bigint from ledger.total t
        join ledger.account a on a.local_id = t.local_id and a.id = t.account_id
        where t.local_id = ? and t.fund_id = ? and a.kind in ('asset', 'liability')
          and a.used_for is distinct from 'dues-owed'""")
      .params(Scope.local(), fund)
      .query(Long.class)
      .single(); }

  /**
   * The same; nobody else takes from the fund, or holds it, until the transaction ends. Only in a writing transaction, and
   * after accounts of cash were held.
   */
  public long hold(UUID fund) {
    jdbc.sql("select id from ledger.fund where local_id = ? and id = ? for no key update")
        .params(Scope.local(), fund)
        .query(rs -> {});
    return of(fund);
  }
}
