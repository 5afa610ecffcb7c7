// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one account of the books came to by a day, to hold it against what a bank says. */
public final class AccountDays {
  private final JdbcClient jdbc;

  AccountDays(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * An entry's effect on the account.
   *
   * @param opening whether it says what was there when the books were opened
   * @param amount debit less credit
   */
  public record Moved(UUID entry, LocalDate on, boolean opening, long amount) {}

  /** Debit less credit of an account until the end of a day, from what each month came to and the lines of the last. */
  public long balance(UUID account, LocalDate until) {
    Date month = Date.valueOf(until.withDayOfMonth(1));
    return jdbc.sql("""
        select (select coalesce(sum(debit - credit), 0)::bigint from ledger.total
            where local_id = :local and account_id = :account and month < :month)
          + (select coalesce(sum(l.amount), 0)::bigint from ledger.line l
            join ledger.entry e on e.local_id = l.local_id and e.id = l.entry_id
            where l.local_id = :local and l.account_id = :account and l.month = :month and e.on_date <= :until)""")
        .param("local", Scope.local())
        .param("account", account)
        .param("month", month)
        .param("until", Date.valueOf(until))
        .query(Long.class)
        .single();
  }

  /**
   * The entries of an account that stand, neither undone nor undoing another, and are not about something of this kind
   * in another module; in the order of days.
   */
  public List<Moved> others(UUID account, String kind, LocalDate first, LocalDate last) {
    return jdbc.sql("""
        select e.id, e.on_date, sum(l.amount)::bigint, exists (select from ledger.line o
            join ledger.account a on a.local_id = o.local_id and a.id = o.account_id
            where o.local_id = e.local_id and o.entry_id = e.id and a.used_for = 'opening')
        from ledger.line l join ledger.entry e on e.local_id = l.local_id and e.id = l.entry_id
        where l.local_id = :local and l.account_id = :account
          and l.month between :firstMonth and :lastMonth and e.on_date between :first and :last
          and e.source_kind is distinct from :kind and e.reverses_id is null
          and not exists (select from ledger.entry r where r.local_id = e.local_id and r.reverses_id = e.id)
        group by e.local_id, e.id, e.on_date having sum(l.amount) <> 0 order by e.on_date, e.id""")
        .param("local", Scope.local())
        .param("account", account)
        .param("firstMonth", Date.valueOf(first.withDayOfMonth(1)))
        .param("lastMonth", Date.valueOf(last.withDayOfMonth(1)))
        .param("first", Date.valueOf(first))
        .param("last", Date.valueOf(last))
        .param("kind", kind)
        .query((rs, i) -> new Moved(rs.getObject(1, UUID.class), rs.getDate(2).toLocalDate(), rs.getBoolean(4),
            rs.getLong(3)))
        .list();
  }
}
