// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.BufferedReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Charges;
import org.groundwork.dues.NewPayment;
import org.groundwork.dues.Payments;
import org.groundwork.dues.Period;
import org.groundwork.dues.Plan;
import org.groundwork.dues.Plans;
import org.groundwork.dues.Rate;
import org.groundwork.dues.Runs;
import org.groundwork.dues.Standings;
import org.groundwork.dues.Way;
import org.groundwork.ledger.Balances;
import org.groundwork.ledger.Book;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dues of many members: a run (35 s for 1,000,000, and at most twice a COPY of the same rows into the same table with its keys,
 * indexes and foreign keys, in the same run of this program), the standing of one member (5 ms) and of all (10 s). Exit 1 if
 * one is missed.
 *
 * <p>Arguments: a directory for the data, which is made anew, and the number of members.
 */
public final class DuesBench {
  private final OneLocal local;
  private final LocalDate month = LocalDate.now(ZoneId.of("UTC")).withDayOfMonth(1);

  private DuesBench(OneLocal local) { this.local = local; }

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{2,6}")) {
      System.err.println("usage: DuesBench DIRECTORY MEMBERS");
      System.exit(2);
    }
    boolean kept;
    try (var local = OneLocal.in(arguments[0], "EUR")) {
      new DuesBench(local).measure(Integer.parseInt(arguments[1]));
      kept = local.kept();
    }
    System.out.println(kept ? "every bound kept" : "a bound was MISSED");
    System.exit(kept ? 0 : 1);
  }

  private void measure(int members) throws Exception {
    seed(members);
    Plan plan = local.in(this::plan);
    local.patiently(() -> choose(plan));
    run(plan, month, "first run");
    double again = run(plan, month.plusMonths(1), "second run");
    double copied = copied();
    System.out.printf(Locale.ROOT, "the run takes %.2f times the COPY%n", again / copied);
    local.require(again <= 2 * copied, "more than twice");
    books();
    standings(members);
    paidAhead(plan, members / 10);
    books();
  }

  /** A run when one of ten paid for half a year before: what it takes of that, until nothing is left to take. */
  private void paidAhead(Plan plan, int payers) throws Exception {
    UUID bank = local.in(() -> local.bean(Books.class).account(UsedFor.BANK)).id();
    UUID ahead = local.in(() -> local.bean(Books.class).account(UsedFor.PAID_AHEAD)).id();
    UUID general = local.in(() -> local.bean(Books.class).funds()).getFirst().id();
    LocalDate today = LocalDate.now(ZoneId.of("UTC"));
    long sum = payers * 100_000L;
    UUID entry = switch (local.in(() -> local.bean(Ledger.class)
        .enter(new NewEntry(today, "paid ahead", Optional.empty(),
            List.of(new Line(bank, general, sum), new Line(ahead, general, -sum)))))) {
      case Entered.Yes(UUID id) -> id;
      case Entered other -> throw new IllegalStateException(other.toString());
    };
    int paid = local.patiently(() -> local.bean(JdbcClient.class)
        .sql("""
        insert into dues.payment (local_id, id, person_id, on_date, amount, fee, way, account_id, ahead, receipt, entry_id,
          changed_at)
        select :local, gen_random_uuid(), m.person_id, :today, 100000, 0, 'transfer', :bank, 100000,
          'AHEAD-' || row_number() over (), :entry, now()
        from (select person_id from roll.api_member m where local_id = :local and not exists (
          select from dues.choice c where c.local_id = :local and c.person_id = m.person_id)
          order by person_id limit :payers) m""")
        .param("local", local.id().value())
        .param("today", java.sql.Date.valueOf(today))
        .param("bank", bank)
        .param("entry", entry)
        .param("payers", payers)
        .update());
    local.require(paid == payers, "only " + paid + " paid ahead");
    run(plan, month.minusMonths(1), "a run when some paid ahead");
    long began = System.nanoTime();
    while (local.patiently(() -> untouched()) > 0) {
      Thread.sleep(100);
    }
    System.out.printf(Locale.ROOT, "what %,d paid ahead was taken %.1f s after the run%n", payers,
        (System.nanoTime() - began) / 1e9);
  }

  private long untouched() {
    return local.bean(JdbcClient.class)
        .sql("select count(*) from dues.payment where local_id = ? and ahead = 100000")
        .param(local.id().value())
        .query(Long.class)
        .single();
  }

  private void seed(int members) throws Exception {
    long began = System.nanoTime();
    try (var owner = owner(); var statement = owner.createStatement()) {
      statement.execute("""
          insert into roll.person (local_id, id, name, name_tokens, state, created_at, changed_at)
          select '%s', ('00000000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid, '\\x00', '{}', 'member', now(), now()
          from generate_series(1, %d) g""".formatted(local.id().value(), members));
      // as autovacuum leaves it within minutes: otherwise the first run pays for the seed, and shares the machine with it
      statement.execute("vacuum analyze roll.person");
    }
    System.out.printf(Locale.ROOT, "seeded %,d members in %d s%n", members, seconds(began));
  }

  private Plan plan() {
    local.bean(Books.class)
        .open(new Book(Currency.getInstance("EUR"), Month.JANUARY, month.minusYears(1)), Locale.ENGLISH,
            new Books.FundNames("General", "Strike", "Hardship"));
    UUID strike = local.bean(Books.class)
        .funds()
        .stream()
        .filter(each -> each.kind() == FundKind.STRIKE)
        .findFirst()
        .orElseThrow()
        .id();
    UUID plan = local.bean(Plans.class)
        .begin(new Plans.Draft("Monthly", Period.MONTH, Plan.Asks.INCOME, 14, 30, "",
            List.of(new Plans.Bracket(Optional.empty(), "more", new Rate.Amount(2_000), false),
                new Plans.Bracket(Optional.empty(), "most", new Rate.Amount(1_000), true),
                new Plans.Bracket(Optional.empty(), "less", new Rate.Amount(500), false),
                new Plans.Bracket(Optional.empty(), "no work", new Rate.Free(Rate.FreeFor.NO_WORK), false)),
            List.of(new Plan.Share(strike, 100))));
    return local.bean(Plans.class).find(plan).orElseThrow();
  }

  /** Half of them have chosen, each rate alike. */
  private int choose(Plan plan) {
    return local.bean(JdbcClient.class)
        .sql("""
        insert into dues.choice (local_id, person_id, rate_id, chosen_on, changed_at)
        select p.local_id, p.person_id, r.id, current_date, now() from roll.api_member p
        join dues.rate r on r.local_id = p.local_id and r.plan_id = :plan
          and r.place = 1 + ('x' || right(p.person_id::text, 2))::bit(8)::int % 8
        where p.local_id = :local and r.local_id = :local""")
        .param("plan", plan.id())
        .param("local", local.id().value())
        .update();
  }

  /** A run as a treasurer starts it, through the job, until its charges count. */
  private double run(Plan plan, LocalDate period, String called) throws Exception {
    long began = System.nanoTime();
    local.in(() -> local.bean(Runs.class).start(plan, period));
    long end = began + Duration.ofMinutes(10).toNanos();
    while (!local.in(() -> local.bean(Runs.class).charged(plan.id(), period))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the run does not end");
      }
      Thread.sleep(20);
    }
    double took = (System.nanoTime() - began) / 1e6;
    local.bound(called, took, 35_000);
    return took;
  }

  /** The rows of the last run, copied into a table of the same columns, keys, indexes and foreign keys. */
  private double copied() throws Exception {
    try (var owner = owner(); var statement = owner.createStatement()) {
      statement.execute("create schema bench");
      statement.execute("create table bench.charge (like dues.charge including all)");
      try (var keys = owner.createStatement()
          .executeQuery(
              """
          select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'dues.charge'::regclass and contype = 'f'""")) {
        while (keys.next()) {
          statement.execute("alter table bench.charge add " + keys.getString(1));
        }
      }
      var rows = new java.io.StringWriter();
      var copy = owner.unwrap(PGConnection.class).getCopyAPI();
      copy.copyOut("copy (select * from dues.charge where period = '" + month.plusMonths(1)
          + "' order by person_id) to stdout", rows);
      long began = System.nanoTime();
      copy.copyIn("copy bench.charge from stdin", new BufferedReader(new StringReader(rows.toString())));
      double took = (System.nanoTime() - began) / 1e6;
      System.out.printf(Locale.ROOT, "COPY of the same rows: %.0f ms%n", took);
      return took;
    }
  }

  private void books() throws Exception {
    long open = local.in(() -> local.bean(Charges.class).allOpen());
    boolean right = local.in(() -> local.bean(Balances.class).faults().isEmpty());
    System.out.printf(Locale.ROOT, "%,d open in all; the books are %s%n", open, right ? "in order" : "WRONG");
    local.require(right, "the books do not add up");
  }

  private void standings(int members) throws Exception {
    LocalDate late = month.plusYears(1);
    UUID one = UUID.fromString("00000000-0000-7000-8000-%012x".formatted(members / 2));
    local.in(() -> local.bean(Payments.class).take(NewPayment.of(one, LocalDate.now(ZoneId.of("UTC")), 1, Way.CASH)));
    var times = new ArrayList<Double>();
    for (int time = 0; time < 200; time++) {
      times.add(local.millis(() -> local.bean(Standings.class).of(one, late)));
    }
    local.bound("standing of one member, 95th percentile", times.stream().sorted().toList().get(189), 5);
    long began = System.nanoTime();
    int behind = local.patiently(() -> local.bean(Standings.class).inArrears(late).size());
    System.out.printf(Locale.ROOT, "%,d in arrears%n", behind);
    local.bound("standing of all members", (System.nanoTime() - began) / 1e6, 10_000);
  }

  private Connection owner() throws SQLException {
    var access = local.bean(DatabaseAccess.class);
    return DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER));
  }

  private static long seconds(long began) { return (System.nanoTime() - began) / 1_000_000_000L; }
}
