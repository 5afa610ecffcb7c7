// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.access.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Months of the books that are closed, one after the other. A closed month never opens again; what was wrong in it is
 * reversed in a later one.
 */
public final class ClosedMonths {
  /** What became of a month that was to be closed. */
  public enum Closing {
    DONE,
    /** It was closed before. */
    ALREADY,
    /** It is not over. */
    NOT_OVER,
    /** One before it, in which there are entries, is open. */
    EARLIER_OPEN
  }

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;
  private final QuietClosing quiet;

  ClosedMonths(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.quiet = new QuietClosing(jdbc);
  }

  /** What everybody holds who enters something in a month, and who closes it holds alone. */
  static String gate(UUID local, YearMonth month) {
    return "ledger " + local + " " + month;
  }

  /** The months that are closed, the last first. */
  public List<YearMonth> all() {
    return jdbc.sql("select month from ledger.closed_month where local_id = ? order by month desc")
        .params(Scope.local())
        .query((rs, i) -> YearMonth.from(rs.getDate(1).toLocalDate()))
        .list();
  }

  /**
   * A month that is closed.
   *
   * @param entries how many are in it
   */
  public record Closed(YearMonth month, int entries, Instant at) {}

  /** The same with how many entries each has and when it was closed. */
  public List<Closed> told() {
    return jdbc
        .sql("select month, entries, closed_at from ledger.closed_month where local_id = ? order by month desc")
        .params(Scope.local())
        .query((rs, i) -> new Closed(YearMonth.from(rs.getDate(1).toLocalDate()), rs.getInt(2),
            rs.getTimestamp(3).toInstant()))
        .list();
  }

  /** The first month with entries that is open; empty if there is none. */
  public Optional<YearMonth> firstOpen() {
    return jdbc.sql("""
        select min(t.month) from ledger.total t
        where t.local_id = ? and not exists (
          select from ledger.closed_month c where c.local_id = t.local_id and c.month = t.month)""")
        .params(Scope.local())
        .query((rs, i) -> Optional.ofNullable(rs.getDate(1)).map(date -> YearMonth.from(date.toLocalDate())))
        .single();
  }

  /**
   * Closes a month, when everybody is done who was just entering something, and gives its entries their numbers.
   *
   * @param zone in which the month must be over
   */
  public Closing close(YearMonth month, ZoneId zone) {
    if (!YearMonth.now(clock.withZone(zone)).isAfter(month)) {
      return Closing.NOT_OVER;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(gate(Scope.local(), month)).query(rs -> {});
    if (all().contains(month)) {
      return Closing.ALREADY;
    }
    if (firstOpen().filter(month::isAfter).isPresent()) {
      return Closing.EARLIER_OPEN;
    }
    Date first = Date.valueOf(month.atDay(1));
    int entries = number(first, Date.valueOf(month.plusMonths(1).atDay(1)));
    gather(first);
    jdbc.sql(
        """
        insert into ledger.closed_month (local_id, month, entries, closed_by, closed_at) values (?, ?, ?, ?::uuid, ?)""")
        .params(Scope.local(), first, entries)
        .param(Scope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
    quiet.close(month);
    audit.record("month-closed", new SubjectRef("books", Scope.local()), month.toString());
    return Closing.DONE;
  }

  private int number(Date first, Date next) {
    return jdbc.sql("""
        update ledger.entry e set number = n.number
        from (select local_id, id, row_number() over (order by on_date, id) as number from ledger.entry
          where local_id = ? and on_date >= ? and on_date < ?) n
        where e.local_id = n.local_id and e.id = n.id and e.local_id = ?""")
        .params(Scope.local(), first, next, Scope.local())
        .update();
  }

  /** Nobody adds to the month any more: one share is enough. */
  private void gather(Date month) {
    jdbc.sql("""
        insert into ledger.total (local_id, month, account_id, fund_id, share, debit, credit)
        select local_id, month, account_id, fund_id, 0, sum(debit)::bigint, sum(credit)::bigint from ledger.total
        where local_id = ? and month = ? and share > 0 group by local_id, month, account_id, fund_id
        on conflict (local_id, month, account_id, fund_id, share)
        do update set debit = ledger.total.debit + excluded.debit, credit = ledger.total.credit + excluded.credit""")
        .params(Scope.local(), month)
        .update();
    jdbc.sql("delete from ledger.total where local_id = ? and month = ? and share > 0")
        .params(Scope.local(), month)
        .update();
  }
}
