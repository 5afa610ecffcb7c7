// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lines that say something are for, as a treasurer said once. */
public final class Rules {
  /** The most rules of a local. */
  public static final int MOST = 500;
  /** The longest text that a rule looks for. */
  public static final int LONGEST = 80;
  private final JdbcClient jdbc;
  private final BankSeals seals;
  private final Ids ids;
  private final Clock clock;

  Rules(JdbcClient jdbc, BankSeals seals, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.ids = ids;
    this.clock = clock;
  }

  /** A rule: money that came in, or went out, with these words, belongs there. */
  public record Rule(UUID id, String says, boolean incoming, UUID account, UUID fund) {
    String searched() { return says.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "); }
  }

  /** All of them, the newest first: what was said last counts. */
  public List<Rule> all() {
    return jdbc.sql("""
        select id, says, incoming, ledger_account_id, fund_id from banking.rule where local_id = ? order by id desc""")
        .params(BankScope.local())
        .query((rs, i) -> new Rule(rs.getObject(1, UUID.class),
            seals.open("rule", "says", rs.getObject(1, UUID.class), rs.getBytes(2)), rs.getBoolean(3),
            rs.getObject(4, UUID.class), rs.getObject(5, UUID.class)))
        .list();
  }

  /** Adds one; false if there are as many as there may be. */
  public boolean add(String says, boolean incoming, UUID account, UUID fund) {
    if (all().size() >= MOST) {
      return false;
    }
    UUID id = ids.next();
    jdbc.sql("""
        insert into banking.rule (local_id, id, says, incoming, ledger_account_id, fund_id, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?::uuid, ?)""")
        .params(BankScope.local(), id, seals.seal("rule", "says", id, says), incoming, account, fund)
        .param(BankScope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
    return true;
  }

  /** Ends one. */
  public void end(UUID rule) {
    jdbc.sql("delete from banking.rule where local_id = ? and id = ?").params(BankScope.local(), rule).update();
  }
}
