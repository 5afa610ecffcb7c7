// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the members mean to take in and to spend in a year of the books. Runs inside the caller's transaction. */
public final class Budgets {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  Budgets(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * So much for an account in a fund.
   *
   * @param amount in minor units; zero takes it out of the budget
   */
  public record Planned(UUID account, UUID fund, long amount) {}

  /** What is planned for the year that begins with a month. */
  public List<Planned> of(YearMonth year) {
    return jdbc.sql("""
        select account_id, fund_id, amount from treasury.budget_line where local_id = ? and year = ?
        order by account_id, fund_id""")
        .params(local(), Date.valueOf(year.atDay(1)))
        .query((rs, i) -> new Planned(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getLong(3)))
        .list();
  }

  /** Plans these, each in place of what was planned for its account and fund; the others stay. */
  public void plan(YearMonth year, List<Planned> planned) {
    Date first = Date.valueOf(year.atDay(1));
    var amounts = planned.stream().filter(each -> each.amount() != 0).toList();
    var none = planned.stream().filter(each -> each.amount() == 0).toList();
    jdbc.sql("""
        delete from treasury.budget_line where local_id = ? and year = ?
          and (account_id, fund_id) in (select a, f from unnest(?::uuid[], ?::uuid[]) as gone (a, f))""")
        .params(local(), first, accounts(none), funds(none))
        .update();
    jdbc.sql("""
        insert into treasury.budget_line as b (local_id, year, account_id, fund_id, amount, changed_by, changed_at)
        select ?, ?, a, f, m, ?, ? from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as p (a, f, m)
        on conflict (local_id, year, account_id, fund_id) do update set amount = excluded.amount,
          version = b.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
        where b.amount <> excluded.amount""")
        .params(local(), first, Callers.actor().person(), Timestamp.from(clock.instant()), accounts(amounts),
            funds(amounts), amounts.stream().map(Planned::amount).toArray(Long[]::new))
        .update();
    audit.record("budget-planned", new SubjectRef("books", local()), year.toString());
  }

  private static UUID[] accounts(List<Planned> planned) {
    return planned.stream().map(Planned::account).toArray(UUID[]::new);
  }

  private static UUID[] funds(List<Planned> planned) {
    return planned.stream().map(Planned::fund).toArray(UUID[]::new);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
