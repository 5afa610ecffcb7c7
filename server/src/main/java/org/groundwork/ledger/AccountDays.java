// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one account of the books came to by a day, to hold it against what a bank says. */
public final class AccountDays {
  /** The kind of source of what is entered for a line of a bank's statement. */
  public static final String OF_BANK = "bank-line";
  private final JdbcClient jdbc;

  AccountDays(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * An entry's effect on the account.
   *
   * @param opening whether it says what was there when the books were opened
   * @param amount debit less credit
   * @param undoes the entry that it undoes
   * @param undoneBy the entry that undoes it
   */
  public record Moved(UUID entry, LocalDate on, boolean opening, long amount, Optional<UUID> undoes,
      Optional<UUID> undoneBy) {
    /** Whether it neither undoes another nor was undone. */
    public boolean stands() {
      return undoes.isEmpty() && undoneBy.isEmpty();
    }
  }

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
   * Whoever lets money out by one person's word in the same local, by an entry by hand or otherwise, waits until the transaction
   * ends, so that two do not overlook one another.
   */
  public void oneByOne() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("ledger.by-hand " + Scope.local())
        .query(rs -> {});
  }

  /**
   * Which entries of one kind count together: those of some days, and those that were written lately, whatever day they are
   * entered for.
   *
   * @param kind of the source
   * @param written since when
   */
  public record Together(String kind, LocalDate first, LocalDate last, Instant written) {}

  /** What such entries have on the debit side of an account, as far as they were not undone. */
  public long debited(UUID account, Together together) {
    return jdbc.sql("""
        select coalesce(sum(l.amount), 0)::bigint
        from ledger.entry e join ledger.line l on l.local_id = e.local_id and l.entry_id = e.id
        where e.local_id = :local and (e.on_date between :first and :last or e.entered_at >= :written)
          and e.source_kind = :kind and l.account_id = :account and l.amount > 0
          and not exists (select from ledger.entry r where r.local_id = e.local_id and r.reverses_id = e.id)""")
        .param("local", Scope.local())
        .param("kind", together.kind())
        .param("account", account)
        .param("first", Date.valueOf(together.first()))
        .param("last", Date.valueOf(together.last()))
        .param("written", Timestamp.from(together.written()))
        .query(Long.class)
        .single();
  }

  /**
   * What such entries let out of some places, as far as they were not undone: of each what it debited elsewhere, as far as
   * it took so much from a place, or from what is on its way to one.
   *
   * @param places where money lies
   * @param but these accounts are no way out either
   */
  public long letOut(Set<UUID> places, Set<UUID> but, Together together) {
    return jdbc.sql("""
        select coalesce(sum(least(x.debited, x.taken)), 0)::bigint from (
          select coalesce(sum(l.amount) filter (where l.amount > 0
              and l.account_id not in (select unnest(:places::uuid[]))
              and l.account_id not in (select unnest(:but::uuid[]))), 0) as debited,
            coalesce(-sum(l.amount) filter (where l.amount < 0
              and (l.account_id in (select unnest(:places::uuid[])) or l.account_id in (
                select w.id from ledger.account w where w.local_id = :local and w.used_for = 'on-its-way'))), 0) as taken
          from ledger.entry e join ledger.line l on l.local_id = e.local_id and l.entry_id = e.id
          where e.local_id = :local and (e.on_date between :first and :last or e.entered_at >= :written)
            and e.source_kind = :kind
            and not exists (select from ledger.entry r where r.local_id = e.local_id and r.reverses_id = e.id)
          group by e.id) x""")
        .param("local", Scope.local())
        .param("places", places.toArray(UUID[]::new))
        .param("but", but.toArray(UUID[]::new))
        .param("kind", together.kind())
        .param("first", Date.valueOf(together.first()))
        .param("last", Date.valueOf(together.last()))
        .param("written", Timestamp.from(together.written()))
        .query(Long.class)
        .single();
  }

  /**
   * The entries of an account that no line of a bank's statement made, nor undid, in the order of days. Those of
   * lines have an index of their own beside them, since they are by far the most.
   */
  public List<Moved> byOthers(UUID account, LocalDate first, LocalDate last) {
    return jdbc.sql("""
        select e.id, e.on_date, sum(l.amount)::bigint, exists (select from ledger.line o
            join ledger.account a on a.local_id = o.local_id and a.id = o.account_id
            where o.local_id = e.local_id and o.entry_id = e.id and a.used_for = 'opening'), e.reverses_id, r.id
        from ledger.entry e
        join ledger.line l on l.local_id = e.local_id and l.entry_id = e.id and l.account_id = :account
        left join ledger.entry r on r.local_id = e.local_id and r.reverses_id = e.id
        left join ledger.entry o on o.local_id = e.local_id and o.id = e.reverses_id
        where e.local_id = :local and e.on_date between :first and :last and e.source_kind is distinct from 'bank-line'
          and o.source_kind is distinct from 'bank-line'
        group by e.local_id, e.id, e.on_date, e.reverses_id, r.id having sum(l.amount) <> 0
        order by e.on_date, e.id""")
        .param("local", Scope.local())
        .param("account", account)
        .param("first", Date.valueOf(first))
        .param("last", Date.valueOf(last))
        .query((rs, i) -> new Moved(rs.getObject(1, UUID.class), rs.getDate(2).toLocalDate(), rs.getBoolean(4),
            rs.getLong(3), Optional.ofNullable(rs.getObject(5, UUID.class)),
            Optional.ofNullable(rs.getObject(6, UUID.class))))
        .list();
  }
}
