// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what members are told of entries that could tell what one person got, owes or gave. Of closed months it was reckoned by
 * {@link QuietClosing} when they were closed; only entries of open months are looked at one by one.
 */
final class Quiet {
  /** Whether a line at an account makes its entry one that is not shown by itself. */
  static final String HIDE = """
      (a.used_for in ('hardship-aid', 'strike-pay', 'members-gifts')
        or a.used_for in ('held', 'gifts-in-kind') and l.mark is not null)""";
  /** The entries of open months between two that are not shown by themselves; those of closed ones are not looked at. */
  private static final String OPEN = """
      with m as materialized (
        select distinct t.month from ledger.total t
        where t.local_id = :local and t.month between :first and :last and not exists (
          select from ledger.closed_month c where c.local_id = :local and c.month = t.month))
      select l.entry_id from m cross join lateral (
        select l.entry_id from ledger.account a
        join ledger.line l on l.local_id = :local and l.account_id = a.id and l.month = m.month
        where a.local_id = :local and
      """ + HIDE + """
         offset 0) l
      union
      select e.id from m cross join lateral (
        select e.id from ledger.entry e
        where e.local_id = :local and e.people is not null and e.on_date >= m.month
          and e.on_date < m.month + interval '1 month' offset 0) e""";
  /** The lines of each of these entries, looked up by the entry alone. */
  private static final String LINES = """
      cross join lateral (
        select l.account_id, l.fund_id, l.amount from ledger.line l
        where l.local_id = :local and l.entry_id = o.entry_id offset 0) l""";
  private static final String HIDDEN = """
      select x.account_id, x.fund_id, sum(x.debit)::bigint, sum(x.credit)::bigint from (
        select t.account_id, t.fund_id, t.debit, t.credit from ledger.quiet_total t
        where t.local_id = :local and t.month between :first and :last
        union all
        select l.account_id, l.fund_id, greatest(l.amount, 0), greatest(-l.amount, 0) from (
      """ + OPEN + ") o " + LINES + ") x group by x.account_id, x.fund_id";
  private static final String UNTOLD = """
      select coalesce(sum(l.amount), 0)::bigint from (
        select w.entry_id from ledger.quiet_waiting w where w.local_id = :local
        union all (
      """ + OPEN + ")) o " + LINES + """
       join ledger.account a on a.local_id = :local and a.id = l.account_id
      where l.fund_id = :fund and a.kind in ('asset', 'liability') and a.used_for is distinct from 'dues-owed'""";
  private static final String HIDES = """
      select exists (select from ledger.entry e where e.local_id = :local and e.id = :entry and e.people is not null)
        or exists (select from ledger.line l join ledger.account a on a.local_id = l.local_id and a.id = l.account_id
          where l.local_id = :local and a.local_id = :local and l.entry_id = :entry and
      """ + HIDE + ")";
  private static final YearMonth EVER = YearMonth.of(1, 1);
  private static final YearMonth NEVER = YearMonth.of(9999, 12);
  private final JdbcClient jdbc;

  Quiet(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * A sum over enough people.
   *
   * @param first the first month of which something is in it
   * @param quiet the account that makes it so
   * @param lines what each account comes to in each fund, where it is not nothing
   */
  record Sum(UUID id, YearMonth first, YearMonth last, UUID quiet, List<Line> lines) {
    Sum { lines = List.copyOf(lines); }
  }

  /** All sums that are told. */
  List<Sum> sums() { return sums(EVER, NEVER); }

  /** Those whose last month is between two. */
  List<Sum> sums(YearMonth first, YearMonth last) {
    Map<UUID, Sum> sums = new LinkedHashMap<>();
    Map<UUID, List<Line>> lines = new LinkedHashMap<>();
    bound("""
        select s.id, s.quiet_id, s.first_month, s.last_month, l.account_id, l.fund_id, l.amount
        from ledger.quiet_sum s join ledger.quiet_sum_line l on l.local_id = s.local_id and l.sum_id = s.id
        where s.local_id = :local and s.last_month between :first and :last
        order by s.last_month, s.id, l.account_id, l.fund_id""", first, last).query(rs -> {
      UUID id = rs.getObject("id", UUID.class);
      sums.putIfAbsent(id, new Sum(id, month(rs, "first_month"), month(rs, "last_month"),
          rs.getObject("quiet_id", UUID.class), List.of()));
      lines.computeIfAbsent(id, _ -> new ArrayList<>())
          .add(new Line(rs.getObject("account_id", UUID.class), rs.getObject("fund_id", UUID.class),
              rs.getLong("amount")));
    });
    return sums.values()
        .stream()
        .map(sum -> new Sum(sum.id(), sum.first(), sum.last(), sum.quiet(), lines.getOrDefault(sum.id(), List.of())))
        .toList();
  }

  /** What all entries of some months come to that are not shown by themselves. */
  List<Balance> hidden(YearMonth first, YearMonth last) {
    return bound(HIDDEN, first, last)
        .query((rs, i) -> new Balance(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class), rs.getLong(3),
            rs.getLong(4)))
        .list();
  }

  /** How much of what a fund holds is in no sum yet. */
  long untold(UUID fund) {
    return bound(UNTOLD, EVER, NEVER).param("fund", fund).query(Long.class).single();
  }

  /** Whether an entry is not shown by itself. */
  boolean hides(UUID entry) {
    return jdbc.sql(HIDES).param("local", Scope.local()).param("entry", entry).query(Boolean.class).single();
  }

  private JdbcClient.StatementSpec bound(String sql, YearMonth first, YearMonth last) {
    return jdbc.sql(sql)
        .param("local", Scope.local())
        .param("first", Date.valueOf(first.atDay(1)))
        .param("last", Date.valueOf(last.atDay(1)));
  }

  private static YearMonth month(ResultSet rs, String column) throws SQLException {
    return YearMonth.from(rs.getDate(column).toLocalDate());
  }
}
