// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Optional;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Promised;
import org.groundwork.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the committee granted stays in the hardship fund until it is paid. All grants are alike: should a bank have taken
 * back what they were promised of, they are paid as long as there is something, and none waits for the others.
 */
record AidPromises(JdbcClient jdbc) implements Promised {

  @Override
  public long promised(Fund fund, Optional<Source> paying) {
    boolean pays = paying.filter(source -> source.kind().equals(AidPayments.SOURCE)).isPresent();
    return fund.kind() == FundKind.HARDSHIP && !pays ? granted(jdbc) : 0;
  }

  /** What was granted and is not paid, in minor units. */
  static long granted(JdbcClient jdbc) {
    return jdbc.sql("""
        select coalesce(sum(granted), 0)::bigint from aid.request where local_id = ? and state = 'granted'""")
        .param(Scope.local())
        .query(Long.class)
        .single();
  }
}
