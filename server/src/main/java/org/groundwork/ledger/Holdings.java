// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What funds hold that can be spent: money there is, less what we owe. What members owe is no part of it,
 * and what was paid beyond it on a debt that somebody added is none either.
 */
public final class Holdings {
  private final JdbcClient jdbc;

  Holdings(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** What is in a fund, in minor units. */
  public long of(UUID fund) {
    return jdbc.sql("""
        select coalesce(sum(case when made then least(0, stands) else stands end), 0)::bigint from (
          select a.kind = 'liability' and a.used_for is null as made, sum(t.debit - t.credit) as stands from ledger.total t
          join ledger.account a on a.local_id = t.local_id and a.id = t.account_id
          where t.local_id = ? and t.fund_id = ? and a.kind in ('asset', 'liability')
            and a.used_for is distinct from 'dues-owed' group by a.id, a.kind, a.used_for) held""")
        .params(Scope.local(), fund)
        .query(Long.class)
        .single();
  }

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
