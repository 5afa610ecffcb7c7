// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the books come to, by account and fund. */
public final class Balances implements BookSums {
  private final JdbcClient jdbc;

  Balances(JdbcClient jdbc) { this.jdbc = jdbc; }

  /** What was entered in some months, from what each month came to; in the order of accounts and funds. */
  @Override
  public List<Balance> between(YearMonth first, YearMonth last) {
    return jdbc.sql("""
        select account_id, fund_id, sum(debit)::bigint, sum(credit)::bigint from ledger.total
        where local_id = ? and month between ? and ? group by account_id, fund_id order by account_id, fund_id""")
        .params(Scope.local(), Date.valueOf(first.atDay(1)), Date.valueOf(last.atDay(1)))
        .query(Balances::read)
        .list();
  }

  /** The same for all months until one. */
  @Override
  public List<Balance> until(YearMonth last) { return between(YearMonth.of(1, 1), last); }

  /** The same from the lines themselves, one by one. */
  public List<Balance> fromLines(YearMonth first, YearMonth last) {
    return jdbc.sql("""
        select account_id, fund_id, coalesce(sum(amount) filter (where amount > 0), 0)::bigint,
          coalesce(-sum(amount) filter (where amount < 0), 0)::bigint
        from ledger.line where local_id = ? and month between ? and ?
        group by account_id, fund_id order by account_id, fund_id""")
        .params(Scope.local(), Date.valueOf(first.atDay(1)), Date.valueOf(last.atDay(1)))
        .query(Balances::read)
        .list();
  }

  /** What a month's lines of an account come to, and in how many of them it went up more than down. */
  public record Monthly(YearMonth month, long amount, long times) {}

  /** An account month by month, where there are lines; those that undo others take their number away again. */
  public List<Monthly> monthly(UUID account, YearMonth first, YearMonth last) {
    return jdbc
        .sql(
            """
        select month, sum(amount)::bigint, count(*) filter (where amount > 0) - count(*) filter (where amount < 0)
        from ledger.line where local_id = ? and account_id = ? and month between ? and ? group by month order by month""")
        .params(Scope.local(), account, Date.valueOf(first.atDay(1)), Date.valueOf(last.atDay(1)))
        .query((rs, i) -> new Monthly(YearMonth.from(rs.getDate(1).toLocalDate()), rs.getLong(2), rs.getLong(3)))
        .list();
  }

  /**
   * Reckons all months anew from the lines.
   *
   * @return a sentence for each account and fund that comes to something else, and for each entry that is not balanced;
   *     nothing when the books are in order
   */
  public List<String> faults() { return faults(YearMonth.of(1, 1), YearMonth.of(9999, 12)); }

  /** The same for some months. */
  public List<String> faults(YearMonth first, YearMonth last) {
    List<Balance> kept = between(first, last);
    List<Balance> reckoned = fromLines(first, last);
    var faults = new ArrayList<String>();
    reckoned.stream()
        .filter(each -> !kept.contains(each))
        .forEach(each -> faults.add("account " + each.account() + ", fund " + each.fund() + ": the lines come to "
            + each.debit() + " and " + each.credit()));
    if (kept.size() != reckoned.size()) {
      faults.add(kept.size() + " balances are kept and the lines have " + reckoned.size());
    }
    jdbc.sql("""
        select entry_id, fund_id from ledger.line where local_id = ? and month between ? and ?
        group by entry_id, fund_id having sum(amount) <> 0 order by 1, 2 limit 100""")
        .params(Scope.local(), Date.valueOf(first.atDay(1)), Date.valueOf(last.atDay(1)))
        .query((rs, i) -> "entry " + rs.getObject(1, UUID.class) + " is not balanced in fund "
            + rs.getObject(2, UUID.class))
        .list()
        .forEach(faults::add);
    return faults;
  }

  private static Balance read(ResultSet rs, int row) throws SQLException {
    return new Balance(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getLong(3), rs.getLong(4));
  }
}
