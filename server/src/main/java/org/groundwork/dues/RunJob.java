// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.groundwork.ledger.Discreet;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.Fund;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobFailure;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Charges a period: members in the order of their identifiers, some thousands in a step, half of them beside the other
 * half; then the one entry of the run and all its charges at once; then what was paid ahead. Whoever was charged for the
 * period before is left as they are. A half may commit where its step does not: it is found done when the step is done
 * again, since what a run comes to is added with its charges.
 */
final class RunJob implements JobKind<RunJob.OfRun> {
  /** Which run. */
  record OfRun(UUID run) {}

  private static final int AT_ONCE = 10_000;
  private static final String POST = "post";
  private static final String AHEAD = "ahead:";
  /** Charges some members and answers what that comes to, by rate and by fund. */
  static final String CHARGE = """
      with put as (
        insert into dues.charge (local_id, person_id, period, plan_id, run_id, rate_id, kind, amount, left_out)
        select :local, x.person_id, :period, :plan, :run, x.rate_id, x.kind, x.amount, x.left_out from (
      """ + Runs.CHARGED_SOME + Runs.OF_THEM + """
          ) x on conflict (local_id, person_id, period, plan_id) do nothing
          returning rate_id, kind, amount)
      select rate_id, kind, amount, count(*)::integer from put group by 1, 2, 3""";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Locals locals;
  private final Audit audit;
  private final Payments.Parts parts;
  private final int atOnce;

  RunJob(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Audit audit, Payments.Parts parts) {
    this(jdbc, transactions, clock, locals, audit, parts, AT_ONCE);
  }

  /** @param atOnce how many members are charged in a step */
  RunJob(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Audit audit, Payments.Parts parts,
      int atOnce) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.locals = locals;
    this.audit = audit;
    this.parts = parts;
    this.atOnce = atOnce;
  }

  @Override
  public String name() { return "dues-run"; }

  @Override
  public Class<OfRun> parameters() { return OfRun.class; }

  @Override
  public Power seenBy() { return Power.SEE_MONEY; }

  @Override
  public String back(OfRun of) { return "dues/runs/" + of.run(); }

  @Override
  public void run(JobContext context, OfRun of) {
    Runs.Asked run = transactions.read(() -> row(of.run()));
    String at = context.checkpoint().orElse(new UUID(0, 0).toString());
    long all = transactions.read(this::members);
    long done = 0;
    while (!at.equals(POST) && !at.startsWith(AHEAD)) {
      UUID after = UUID.fromString(at);
      Optional<UUID> last = transactions.read(() -> last(after));
      at = context.step(() -> {
        context.count("charged", charge(of.run(), run, after, last.orElse(END)));
        return last.map(UUID::toString).orElse(POST);
      });
      done = Math.min(all, done + atOnce);
      context.progress(done, all);
    }
    if (at.equals(POST)) {
      at = AHEAD + new UUID(0, 0);
      context.step(at, () -> post(of.run(), run));
    }
    parts.credits().applyAll(context, AHEAD, at, this::today);
  }

  private static final UUID END = new UUID(-1L, -1L);

  private Runs.Asked row(UUID run) {
    return jdbc.sql("""
        select r.plan_id, p.period, r.period, p.begun_on from dues.run r
        join dues.plan p on p.local_id = r.local_id and p.id = r.plan_id where r.local_id = ? and r.id = ?""")
        .params(Scope.local(), run)
        .query((rs, i) -> new Runs.Asked(rs.getObject(1, UUID.class), Period.known(rs.getString(2)).orElseThrow(),
            rs.getDate(3).toLocalDate(), rs.getDate(4).toLocalDate()))
        .single();
  }

  private long members() {
    return jdbc.sql("select count(*) from roll.api_member where local_id = ?")
        .param(Scope.local())
        .query(Long.class)
        .single();
  }

  /** The last of the members that are charged in one step; empty for the last step. */
  private Optional<UUID> last(UUID after) { return jdbc.sql("""
        select person_id from roll.api_member where local_id = ? and person_id > ? order by person_id
        offset ? limit 1""")
      .params(Scope.local(), after, atOnce - 1)
      .query(UUID.class)
      .optional(); }

  /** Charges these members: in two halves at once, where there is something to share out. */
  private long charge(UUID run, Runs.Asked row, UUID after, UUID last) {
    Optional<UUID> middle = middle(after, last);
    if (middle.isEmpty()) {
      return add(run, put(run, row, after, last));
    }
    try (var second = transactions.beside(() -> add(run, put(run, row, middle.get(), last)))) {
      List<Some> first = put(run, row, after, middle.get());
      long others = second.join(); // before the run is held, which the second half holds too
      return others + add(run, first);
    }
  }

  /** Where half of a full step's members are behind; empty if there are too few of them to be worth it. */
  private Optional<UUID> middle(UUID after, UUID last) {
    return jdbc.sql("""
        select person_id from roll.api_member where local_id = ? and person_id > ? and person_id < ?
        order by person_id offset ? limit 1""")
        .params(Scope.local(), after, last, Math.max(0, atOnce / 2 - 1))
        .query(UUID.class)
        .optional();
  }

  /** So many members at one rate who are charged the same. */
  private record Some(UUID rate, String kind, long amount, int members) {}

  /** The run is held first: whoever pauses somebody just now ends before these members are looked at, or begins after. */
  private List<Some> put(UUID run, Runs.Asked row, UUID after, UUID last) {
    new RunsUnderWay(jdbc).share(run);
    return jdbc.sql(CHARGE)
        .params(row.at(today()))
        .param("run", run)
        .param("after", after)
        .param("last", last)
        .query((rs, i) -> new Some(rs.getObject(1, UUID.class), rs.getString(2), rs.getLong(3), rs.getInt(4)))
        .list();
  }

  /** Adds to what the run comes to, by rate and by fund; whoever else adds to it waits. Answers how many were charged. */
  private long add(UUID run, List<Some> charged) {
    jdbc.sql("select id from dues.run where local_id = ? and id = ? for no key update")
        .params(Scope.local(), run)
        .query(rs -> {});
    UUID[] rates = charged.stream().map(Some::rate).toArray(UUID[]::new);
    String[] kinds = charged.stream().map(Some::kind).toArray(String[]::new);
    Long[] amounts = charged.stream().map(Some::amount).toArray(Long[]::new);
    Integer[] members = charged.stream().map(Some::members).toArray(Integer[]::new);
    jdbc.sql("""
        insert into dues.run_rate (local_id, run_id, rate_id, kind, members, sum)
        select ?, ?, p.rate_id, p.kind, sum(p.members)::integer, sum(p.amount * p.members)::bigint
        from unnest(?::uuid[], ?::text[], ?::bigint[], ?::integer[]) as p (rate_id, kind, amount, members)
        group by p.rate_id, p.kind
        on conflict (local_id, run_id, rate_id, kind) do update
          set members = dues.run_rate.members + excluded.members, sum = dues.run_rate.sum + excluded.sum""")
        .params(Scope.local(), run, rates, kinds, amounts, members)
        .update();
    jdbc.sql("""
        update dues.run_share s set sum = s.sum + (
          select coalesce(sum(p.amount * s.per_mille / 1000 * p.members), 0)::bigint
          from unnest(?::bigint[], ?::integer[]) as p (amount, members))
        where s.local_id = ? and s.run_id = ?""")
        .params(amounts, members, Scope.local(), run)
        .update();
    return charged.stream().mapToLong(Some::members).sum();
  }

  private record Sums(int members, long sum) {}

  /** Enters the run and lets all its charges count, after everybody is done who is just taking a payment. */
  private void post(UUID run, Runs.Asked row) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(Payments.gate(Scope.local()))
        .query(rs -> {});
    jdbc.sql("select id from dues.run where local_id = ? and id = ? for update")
        .params(Scope.local(), run)
        .query(rs -> {}); // whoever forgets somebody just now ends first
    leaveClosedFunds(run);
    Sums sums = jdbc.sql("""
        select coalesce(sum(members), 0)::integer, coalesce(sum(sum), 0)::bigint from dues.run_rate
        where local_id = ? and run_id = ?""")
        .params(Scope.local(), run)
        .query((rs, i) -> new Sums(rs.getInt(1), rs.getLong(2)))
        .single();
    if (sums.sum() > 0) {
      enter(run, row, sums);
    }
    jdbc.sql("""
        update dues.run set posted_at = ?, members = ?, sum = ?, version = version + 1
        where local_id = ? and id = ? and posted_at is null""")
        .params(Timestamp.from(clock.instant()), sums.members(), sums.sum(), Scope.local(), run)
        .update();
    audit.record("dues-run-posted", new SubjectRef("dues-run", run), Integer.toString(sums.members()));
  }

  /** What a fund was to have that was closed meanwhile goes to the general one, as what is left does. */
  private void leaveClosedFunds(UUID run) {
    UUID[] closed = parts.accounting()
        .books()
        .funds()
        .stream()
        .filter(Fund::closed)
        .map(Fund::id)
        .toArray(UUID[]::new);
    jdbc.sql("""
        delete from dues.run_share where local_id = ? and run_id = ? and fund_id in (select unnest(?::uuid[]))""")
        .params(Scope.local(), run)
        .param(closed)
        .update();
  }

  private void enter(UUID run, Runs.Asked row, Sums sums) {
    if (sums.sum() > Line.MOST) {
      throw new JobFailure("dues.run.too-much");
    }
    Map<UUID, Map<UUID, Long>> lines = new TreeMap<>();
    UUID owed = parts.accounting().books().account(UsedFor.DUES_OWED).id();
    UUID income = parts.accounting().books().account(UsedFor.DUES).id();
    byFund(run, sums.sum()).forEach((fund, part) -> {
      Credits.add(lines, owed, fund, part);
      Credits.add(lines, income, fund, -part);
    });
    int pay = Math.max(1, payers(run));
    String what = parts.accounting().words().say("dues.entry.run", row.period());
    var source = Optional.of(new Source("dues-run", run));
    Entered entered = parts.accounting()
        .ledger()
        .enter(new NewEntry(row.period(), what, source, Settling.lines(lines)).over(pay));
    if (entered instanceof Entered.Closed || entered instanceof Entered.TooEarly) {
      entered = parts.accounting()
          .ledger()
          .enter(new NewEntry(today(), what, source, Settling.lines(lines)).over(pay));
    }
    switch (entered) {
      case Entered.Yes _ -> {
      }
      case Entered.Already _ -> {
      }
      case Entered.Gone _ -> throw new JobFailure("dues.run.fund-closed");
      case Entered.Closed _,Entered.TooEarly _,Entered.TooLittle _ -> throw new JobFailure("dues.run.not-entered");
    }
  }

  /** How many are charged something, counted until there are enough of them: beside one who pays, those who do not hide nothing. */
  private int payers(UUID run) {
    return jdbc.sql("""
        select count(*)::integer from (
          select 1 from dues.charge where local_id = ? and run_id = ? and settled < amount limit ?) counted""")
        .params(Scope.local(), run, Discreet.LEAST)
        .query(Integer.class)
        .single();
  }

  /** What each fund has of the run; the general one what is left. */
  private Map<UUID, Long> byFund(UUID run, long sum) {
    Map<UUID, Long> funds = new TreeMap<>();
    jdbc.sql("select fund_id, sum from dues.run_share where local_id = ? and run_id = ? and sum > 0")
        .params(Scope.local(), run)
        .query(rs -> {
          funds.put(rs.getObject(1, UUID.class), rs.getLong(2));
        });
    long rest = sum - funds.values().stream().mapToLong(Long::longValue).sum();
    funds.merge(parts.settling().general(), rest, Math::addExact);
    return funds;
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }
}
