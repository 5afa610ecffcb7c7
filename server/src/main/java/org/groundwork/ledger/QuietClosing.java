// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts entries that could tell what one person got, owes or gave, into sums that cannot, once their month is closed. Only entries
 * that name the same accounts and funds are added up: each of their sums is over all. What is over too few people waits for
 * the months to come. Whatever is closed later only adds sums to those that were told before and changes none, so that
 * nothing can be found by subtracting what is told today from what was told yesterday. Runs inside the caller's transaction,
 * which closes the month.
 */
final class QuietClosing {
  /** One where somebody got something, or gave it, which is a credit; one less where it was taken back. */
  private static final String SIGN = """
      case when q.used_for in ('members-gifts', 'gifts-in-kind', 'held') then -sign(l.amount) else sign(l.amount) end""";
  /**
   * What is hidden, the account that makes it so, which accounts and funds it names, and over how many people it is apart from
   * marked lines. The lines of each entry are looked up by the entry alone: there may be as many of the same account.
   */
  private static final String WAIT = """
      insert into ledger.quiet_waiting (local_id, entry_id, month, quiet_id, shape, few, others)
      select :local, x.id, :month::date, x.quiet_id,
        md5(string_agg(x.account_id || ' ' || x.fund_id, ', ' order by x.account_id, x.fund_id))::uuid, x.few,
        case when x.few <> 0 then 0 else sum(x.others) end
      from (
        select h.id, q.id as quiet_id, h.few, l.account_id, l.fund_id,
          sum(case when l.account_id <> q.id or l.mark is not null then 0 else
      """ + SIGN + """
           end) as others
        from (
          select l.entry_id as id, coalesce(min(a.code) filter (where a.used_for <> 'held'), min(a.code)) as code,
            0 as few
          from ledger.line l
          join ledger.account a on a.local_id = l.local_id and a.id = l.account_id
          where l.local_id = :local and a.local_id = :local and l.month = :month and
      """ + Quiet.HIDE + """
          group by l.entry_id
          union all
          select e.id, d.code, case when e.reverses_id is null then e.people else -e.people end from ledger.entry e
          join ledger.account d on d.local_id = e.local_id and d.used_for = 'dues'
          where e.local_id = :local and d.local_id = :local and e.people is not null
            and e.on_date between :month and :until) h
        join ledger.account q on q.local_id = :local and q.code = h.code
        cross join lateral (
          select l.account_id, l.fund_id, l.amount, l.mark from ledger.line l
          where l.local_id = :local and l.entry_id = h.id offset 0) l
        group by h.id, q.id, h.few, l.account_id, l.fund_id) x
      group by x.id, x.quiet_id, x.few""";
  private static final String TOTAL = """
      insert into ledger.quiet_total (local_id, month, account_id, fund_id, debit, credit)
      select l.local_id, :month::date, l.account_id, l.fund_id, coalesce(sum(l.amount) filter (where l.amount > 0), 0)::bigint,
        coalesce(-sum(l.amount) filter (where l.amount < 0), 0)::bigint
      from ledger.line l
      where l.local_id = :local and l.entry_id = any(array(
        select w.entry_id from ledger.quiet_waiting w where w.local_id = :local and w.month = :month))
      group by l.local_id, l.account_id, l.fund_id""";
  /**
   * What waits and is over enough people by now. However often somebody got or gave something they are one, and nobody if all
   * of it was taken back; what has no mark is somebody else each time, and when it is taken back one fewer. What is given, or
   * held of it, is a credit.
   */
  private static final String ENOUGH = """
      select w.shape, w.quiet_id, min(w.month) as first_month, max(w.month) as last_month from ledger.quiet_waiting w
      where w.local_id = :local group by w.shape, w.quiet_id
      having sum(w.few + w.others) + (
        select count(*) from (
          select l.mark from ledger.line l
          join ledger.account q on q.local_id = :local and q.id = l.account_id
          where l.local_id = :local and l.account_id = w.quiet_id and l.mark is not null
            and l.month between min(w.month) and max(w.month)
            and coalesce((l.entry_id, w.shape, w.quiet_id) in (
              select v.entry_id, v.shape, v.quiet_id from ledger.quiet_waiting v
              where v.local_id = :local and v.few = 0), false)
          group by l.mark having sum(
      """ + SIGN + ") > 0) got) >= :least";
  private static final String SUM = """
      insert into ledger.quiet_sum (local_id, id, quiet_id, first_month, last_month)
      values (:local, :id, :quiet, :first, :last)""";
  private static final String LINES = """
      insert into ledger.quiet_sum_line (local_id, sum_id, account_id, fund_id, amount)
      select l.local_id, :id, l.account_id, l.fund_id, sum(l.amount)::bigint from ledger.line l
      where l.local_id = :local and l.entry_id = any(array(
        select w.entry_id from ledger.quiet_waiting w
        where w.local_id = :local and w.shape = :shape and w.quiet_id = :quiet))
      group by l.local_id, l.account_id, l.fund_id having sum(l.amount) <> 0""";
  private static final String TOLD = """
      delete from ledger.quiet_waiting where local_id = :local and shape = :shape and quiet_id = :quiet""";
  private final JdbcClient jdbc;

  QuietClosing(JdbcClient jdbc) { this.jdbc = jdbc; }

  private record Group(UUID shape, UUID quiet, YearMonth first, YearMonth last) {
    /** A name that tells nothing but what is told. */
    UUID id() {
      return UUID.nameUUIDFromBytes((first + " " + last + " " + shape).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Reckons what is told since a month is closed. */
  void close(YearMonth month) {
    for (String sql : List.of(WAIT, TOTAL)) {
      jdbc.sql(sql)
          .param("local", Scope.local())
          .param("month", Date.valueOf(month.atDay(1)))
          .param("until", Date.valueOf(month.atEndOfMonth()))
          .update();
    }
    enough().forEach(this::tell);
  }

  private List<Group> enough() {
    return jdbc.sql(ENOUGH)
        .param("local", Scope.local())
        .param("least", Discreet.LEAST)
        .query((rs, i) -> new Group(rs.getObject("shape", UUID.class), rs.getObject("quiet_id", UUID.class),
            YearMonth.from(rs.getDate("first_month").toLocalDate()),
            YearMonth.from(rs.getDate("last_month").toLocalDate())))
        .list();
  }

  private void tell(Group group) {
    for (String sql : List.of(SUM, LINES, TOLD)) {
      jdbc.sql(sql)
          .param("local", Scope.local())
          .param("id", group.id())
          .param("shape", group.shape())
          .param("quiet", group.quiet())
          .param("first", Date.valueOf(group.first().atDay(1)))
          .param("last", Date.valueOf(group.last().atDay(1)))
          .update();
    }
  }
}
