// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The books of one local with many lines over three years, as the application reads and writes them, within row security:
 * the trial balance from totals (95th percentile 20 ms at 10,000,000 lines) and from the lines (3 s, and the same), and 32
 * who enter at one account at once, beside the same entries without totals (at least 80 % of their rate). Exit 1 if one is
 * missed; the bounds of the trial balance hold for as many lines or fewer.
 *
 * <p>Arguments: a directory for the data, which is made anew, and the number of lines.
 */
public final class LedgerBench {
  private static final int POSTERS = 32;
  private static final int SECONDS = 8;
  private static final int ROUNDS = 3;
  private static final YearMonth FIRST = YearMonth.of(2023, 1);
  private static final YearMonth LAST = YearMonth.of(2025, 12);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private static final int AT_ONCE = 500_000;

  private final OneLocal local;

  private LedgerBench(OneLocal local) { this.local = local; }

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{3,7}")) {
      System.err.println("usage: LedgerBench DIRECTORY LINES");
      System.exit(2);
    }
    boolean kept;
    try (var local = OneLocal.in(arguments[0], "USD")) {
      new LedgerBench(local).measure(Integer.parseInt(arguments[1]));
      kept = local.kept();
    }
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private void measure(int lines) throws Exception {
    local.in(() -> local.bean(Books.class)
        .open(new Book(Currency.getInstance("USD"), Month.JANUARY, FIRST.atDay(1)),
            Locale.ENGLISH, new Books.FundNames("General", "Strike", "Hardship")));
    long began = System.nanoTime();
    seed(lines);
    System.out.printf(Locale.ROOT, "seeded %,d lines in %d s%n", lines, (System.nanoTime() - began) / 1_000_000_000L);
    balances();
    posters();
  }

  /**
   * Two lines an entry, cash against each other account in turn, in three funds and 36 months. Written as whoever owns the
   * tables does it, without foreign keys and indexes, which are made afterwards over all of it as they were.
   */
  private void seed(int lines) throws Exception {
    try (var owner = owner(); var statement = owner.createStatement()) {
      statement.execute("set statement_timeout = 0");
      List<String> again = new ArrayList<>();
      again.addAll(bare(statement, "ledger.line"));
      again.addAll(bare(statement, "ledger.entry"));
      for (int from = 0; from < lines / 2; from += AT_ONCE) {
        statement.execute("""
      with made as materialized (
        select ('00000000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid as id, g,
          (date '2023-01-01' + (g %% 36) * interval '1 month')::date as month
        from generate_series(%2$d, %2$d + %3$d - 1) g),
      other as (select id, row_number() over (order by code) - 1 as at, count(*) over () as many from ledger.account
        where local_id = '%1$s' and code <> '1000'),
      fund as (select id, row_number() over (order by id) - 1 as at from ledger.fund where local_id = '%1$s'),
      entry as (insert into ledger.entry (local_id, id, on_date, what, entered_at)
        select '%1$s', id, month + (g %% 28), '\\x00', now() from made order by g)
      insert into ledger.line (local_id, entry_id, place, account_id, fund_id, amount, month)
      select '%1$s', m.id, s.place, case s.place when 1 then c.id else o.id end, f.id,
        case s.place when 1 then 1 else -1 end * (1 + m.g %% 9999), m.month
      from made m join other o on o.at = m.g / 7 %% o.many join fund f on f.at = m.g %% 3
      join ledger.account c on c.local_id = '%1$s' and c.code = '1000'
      cross join (values (1), (2)) s (place) order by m.g, s.place""".formatted(local.id().value(), from,
            Math.min(AT_ONCE, lines / 2 - from)));
      }
      for (String each : again) {
        statement.execute(each);
      }
      statement.execute("""
          insert into ledger.total (local_id, month, account_id, fund_id, share, debit, credit)
          select local_id, month, account_id, fund_id, 0, coalesce(sum(amount) filter (where amount > 0), 0)::bigint,
            coalesce(-sum(amount) filter (where amount < 0), 0)::bigint
          from ledger.line where local_id = '%s' group by local_id, month, account_id, fund_id"""
          .formatted(local.id().value()));
    }
    try (var owner = owner(); var statement = owner.createStatement()) {
      statement.execute("vacuum analyze ledger.entry, ledger.line, ledger.total");
    }
  }

  /** Drops the foreign keys a table has and the indexes that are no key; gives what makes them again. */
  private static List<String> bare(Statement statement, String table) throws SQLException {
    var again = new ArrayList<String>();
    var drop = new ArrayList<String>();
    try (var keys = statement.executeQuery("""
        select conname, pg_get_constraintdef(oid) from pg_constraint
        where conrelid = '%s'::regclass and contype = 'f'""".formatted(table))) {
      while (keys.next()) {
        drop.add("alter table " + table + " drop constraint " + keys.getString(1));
        again.add("alter table " + table + " add constraint " + keys.getString(1) + " " + keys.getString(2));
      }
    }
    try (var indexes = statement.executeQuery("""
        select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) from pg_index i
        where i.indrelid = '%s'::regclass
          and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""".formatted(table))) {
      while (indexes.next()) {
        drop.add("drop index " + indexes.getString(1));
        again.addFirst(indexes.getString(2)); // indexes first: the keys are checked by them
      }
    }
    for (String each : drop) {
      statement.execute(each);
    }
    return again;
  }

  private void balances() throws Exception {
    var times = new ArrayList<Double>();
    for (int time = 0; time < 200; time++) {
      times.add(local.millis(() -> local.bean(Balances.class).between(FIRST, LAST)));
    }
    local.bound("trial balance from totals, 95th percentile", times.stream().sorted().toList().get(189), 20);
    var whole = new ArrayList<Double>();
    for (int time = 0; time < 3; time++) {
      whole.add(local.millis(() -> local.bean(Balances.class).fromLines(FIRST, LAST)));
    }
    local.bound("trial balance from all lines, median of 3", whole.stream().sorted().toList().get(1), 3_000);
    boolean same = local.in(
        () -> local.bean(Balances.class)
            .between(FIRST, LAST)
            .equals(local.bean(Balances.class).fromLines(FIRST, LAST)));
    local.require(same, "totals and lines DIFFER");
  }

  /** In turns, so that what else the machine does falls on both. */
  private void posters() throws Exception {
    List<Account> accounts = local.in(() -> local.bean(Books.class).accounts());
    Fund fund = local.in(() -> local.bean(Books.class).funds()).getFirst();
    UUID cash = accounts.getFirst().id();
    UUID dues = accounts.stream().filter(each -> each.code().equals("4000")).findFirst().orElseThrow().id();
    var entry = new NewEntry(DAY, "dues", Optional.empty(),
        List.of(new Line(cash, fund.id(), 500), new Line(dues, fund.id(), -500)));
    double with = 0;
    double without = 0;
    for (int round = 0; round < ROUNDS; round++) {
      without += rate(() -> plain(entry));
      with += rate(() -> {
        if (!(local.bean(Ledger.class).enter(entry) instanceof Entered.Yes)) {
          throw new IllegalStateException("an entry was refused");
        }
        return 1;
      });
    }
    double share = with / without;
    System.out.printf(Locale.ROOT, "%d at one account: %.0f entries a second, %.0f without totals; %.0f %%%n", POSTERS,
        with / ROUNDS, without / ROUNDS, share * 100);
    local.require(share >= 0.8, "less than 80 %");
  }

  /** The same entry and lines, with what an entry asks before, and no totals. */
  private int plain(NewEntry entry) {
    JdbcClient jdbc = local.bean(JdbcClient.class);
    jdbc.sql(
        """
        select pg_advisory_xact_lock_shared(hashtextextended(?, 0)), pg_advisory_xact_lock_shared(hashtextextended(?, 0))""")
        .params("plain month", "plain accounts and funds")
        .query(rs -> {});
    jdbc.sql("""
        select b.opened_on, exists (select from ledger.closed_month c where c.local_id = b.local_id and c.month = ?)
        from ledger.book b where b.local_id = ?""")
        .params(java.sql.Date.valueOf(YearMonth.from(entry.on()).atDay(1)), local.id().value())
        .query(rs -> {});
    jdbc.sql("select id, kind, closed from ledger.account where local_id = ? and id in (select unnest(?::uuid[]))")
        .params(local.id().value(), entry.lines().stream().map(Line::account).toArray(UUID[]::new))
        .query(rs -> {});
    jdbc.sql("select id, closed from ledger.fund where local_id = ? and id = ?")
        .params(local.id().value(), entry.lines().getFirst().fund())
        .query(rs -> {});
    return jdbc.sql("""
        with entry as (insert into ledger.entry (local_id, id, on_date, what, entered_at)
          values (?, gen_random_uuid(), ?, '\\x00', now()) returning local_id, id)
        insert into ledger.line (local_id, entry_id, place, account_id, fund_id, amount, month)
        select e.local_id, e.id, l.place, l.account_id, ?, l.amount, ? from entry e
        cross join unnest(?::uuid[], ?::bigint[]) with ordinality as l (account_id, amount, place)
        where e.local_id = ?""")
        .params(local.id().value(), java.sql.Date.valueOf(entry.on()), entry.lines().getFirst().fund(),
            java.sql.Date.valueOf(YearMonth.from(entry.on()).atDay(1)),
            entry.lines().stream().map(Line::account).toArray(UUID[]::new),
            entry.lines().stream().map(Line::amount).toArray(Long[]::new), local.id().value())
        .update();
  }

  private double rate(Callable<Integer> enter) throws Exception {
    var done = new AtomicLong();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    try (var threads = Executors.newFixedThreadPool(POSTERS)) {
      var all = java.util.Collections.<Callable<Void>>nCopies(POSTERS, () -> {
        while (System.nanoTime() < end) {
          local.in(enter);
          done.incrementAndGet();
        }
        return null;
      });
      for (var each : threads.invokeAll(all)) {
        each.get();
      }
    }
    return (double) done.get() / SECONDS;
  }

  private Connection owner() throws SQLException {
    var access = local.bean(DatabaseAccess.class);
    return DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER));
  }
}
