// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.JobState;
import org.groundwork.platform.jobs.JobView;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Charging a period's dues: looked at first, then done as a job, each member once for each period whatever happens. Of
 * what a run charges nobody sees anything before all of it is done. Runs inside the caller's transaction.
 */
public final class Runs {
  /** How many periods ahead dues are charged at the most. */
  private static final int AHEAD = 1;
  private static final String SELECT = """
      select r.id, r.plan_id, p.name, p.period as length, r.period, r.due_on, r.job_id, r.posted_at, r.members, r.sum
      from dues.run r join dues.plan p on p.local_id = r.local_id and p.id = r.plan_id where r.local_id = ?""";
  private static final String LASTS = """
      case o.period when 'month' then interval '1 month' when 'quarter' then interval '3 months'
        when 'half-year' then interval '6 months' else interval '12 months' end""";
  /** The first day of one of the period's months. */
  private static final String MONTH = "(:period::date + make_interval(months => i))";
  private static final String OTHER_CHARGES = """
      (select from dues.charge k join dues.plan o on o.local_id = k.local_id and o.id = k.plan_id
        where k.local_id = :local and o.local_id = :local and k.person_id = m.person_id and k.plan_id <> :plan
          and k.period <= :ends and k.period > :period::date - 366 and k.period +
      """ + LASTS;
  /**
   * The months of the period for which another scale charged a member, the first being the lowest bit. Where there is no
   * other scale, which is told once for a statement, no member's charges are looked at; and no single month is where none
   * of these charges lies within the period.
   */
  private static final String ELSEWHERE = """
      case when exists (select from dues.plan o where o.local_id = :local and o.id <> :plan)
          and exists\s""" + OTHER_CHARGES + " > :period)" + """
       then (select coalesce(bit_or(1 << i), 0) from generate_series(0, :length - 1) as i where exists\s"""
      + OTHER_CHARGES + " > " + MONTH + " and k.period <= " + MONTH + ")) else 0 end";
  /** The months of the period in which nothing is asked of a member: a pause has a day of them. */
  private static final String PAUSED = """
      case when m.person_id in (select n.person_id from dues.waiver w
          join roll.api_person_now n on n.local_id = w.local_id and n.id = w.person_id
          where w.local_id = :local and n.local_id = :local and w.state = 'granted' and w.from_on <= :ends
            and w.until_on >= :period)
        then case when :length = 1 then 1 else (
          select coalesce(bit_or(1 << i), 0) from generate_series(0, :length - 1) as i where exists (
            select from roll.api_person_now n join dues.waiver w on w.local_id = n.local_id and w.person_id = n.id
            where n.local_id = :local and w.local_id = :local and n.person_id = m.person_id and w.state = 'granted'
              and w.from_on <\s""" + MONTH + " + interval '1 month' and w.until_on >= " + MONTH + ")) end else 0 end";
  /** Whoever joined behind a period that is over, and after the scale was there, owes nothing for it. */
  private static final String JOINED = """
      (not :over or not exists (select from roll.api_membership s
        where s.local_id = :local and s.person_id = m.person_id and s.since > :joined))
      """;
  /**
   * The members of a scale and what their rate asks for a whole period: the rate that they chose while it is in force, else
   * the one for whoever has not chosen. Whose free rate is no more pays nothing until they choose again.
   */
  private static final String MEMBERS_FROM = """
      select m.person_id, case when r.live or r.kind = 'free' then r.id else f.id end as rate_id,
        coalesce(r.live or r.kind = 'free', false) as chosen, coalesce(r.kind = 'free', false) as free,
        case when r.live then coalesce(c.amount, r.amount, f.amount) else f.amount end as whole,
      """ + ELSEWHERE + " as elsewhere, " + PAUSED + """
       as paused
      from roll.api_member m
      left join\s""";
  /** What they chose: of all, read as a whole. */
  private static final String CHOSEN = "dues.choice c on c.local_id = m.local_id and c.person_id = m.person_id";
  /**
   * What they chose: of some thousands, looked up one by one. A database that takes a range of identifiers for one row, as it
   * does where all of them lie within one step of its histogram, would compare each of them with all others.
   */
  private static final String EACH_CHOSEN = """
      lateral (select e.local_id, e.rate_id, e.amount from dues.choice e
        where e.local_id = :local and e.person_id = m.person_id offset 0) c on true""";
  private static final String MEMBERS_REST = """

      left join (
        select s.local_id, s.id, s.plan_id, s.kind, s.amount, not s.retired and not p.ended as live
        from dues.rate s join dues.plan p on p.local_id = s.local_id and p.id = s.plan_id
        where s.local_id = :local and p.local_id = :local) r on r.local_id = c.local_id and r.id = c.rate_id
      cross join (
        select f.id, f.plan_id, f.amount from dues.rate f join dues.plan q on q.local_id = f.local_id and q.id = f.plan_id
        where f.local_id = :local and q.local_id = :local and f.is_default and not f.retired and q.is_default
          and not q.ended) f
      where m.local_id = :local and case when r.live then r.plan_id else f.plan_id end = :plan and
      """ + JOINED;
  private static final String MEMBERS = MEMBERS_FROM + CHOSEN + MEMBERS_REST;
  /**
   * What these members are charged, and why: the exact part of a whole period's dues for the months that are not left out,
   * rounded down, in the member's favour. Each member's months are looked at once.
   */
  private static final String WHAT = """
      select y.person_id, y.rate_id, y.chosen, y.elsewhere | y.paused as left_out,
        case when y.free then 'free' when (y.elsewhere | y.paused) = :all then 'waived' else 'due' end as kind,
        case when y.free then 0
          else y.whole * (:length - bit_count((y.elsewhere | y.paused)::bit(12))) / :length end as amount
      from (""";
  private static final String CHARGED = WHAT + MEMBERS;
  /** The same of those behind one member and until another. */
  static final String CHARGED_SOME = WHAT + MEMBERS_FROM + EACH_CHOSEN + MEMBERS_REST
      + " and m.person_id > :after and m.person_id <= :last";
  static final String OF_THEM = " offset 0) y where y.elsewhere <> :all";
  private static final String NOT_YET = """
      not exists (select from dues.charge k where k.local_id = :local and k.person_id = x.person_id and k.period = :period
        and k.plan_id = :plan)""";
  private static final String PREVIEW = """
      select x.rate_id, x.kind, count(*)::integer, sum(x.amount)::bigint, count(*) filter (where not x.chosen)::integer,
        count(*) filter (where x.kind = 'due' and x.left_out <> 0)::integer
      from (""" + CHARGED + OF_THEM + ") x where " + NOT_YET + " group by 1, 2 order by 1, 2";
  private static final String LEFT_OUT = "select count(*)::integer from (" + MEMBERS
      + " offset 0) x where x.elsewhere = :all and " + NOT_YET;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;
  private final RunJob kind;
  private final Jobs jobs;
  private final Locals locals;

  Runs(JdbcClient jdbc, Ids ids, Audit audit, Clock clock, RunJob kind, Jobs jobs, Locals locals) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
    this.kind = kind;
    this.jobs = jobs;
    this.locals = locals;
  }

  /**
   * A run.
   *
   * @param plan its scale, and what that is called
   * @param job the job that does it
   * @param posted when it was done; absent while it is under way
   * @param members whom it charged
   * @param sum what it came to, in minor units
   */
  public record Run(UUID id, UUID plan, String called, Period length, LocalDate period, LocalDate due, UUID job,
      Optional<Instant> posted, int members, long sum) {}

  /**
   * What a run charges at one rate.
   *
   * @param unasked how many of them have not chosen a rate
   * @param partly how many are charged only for a part of the period's months
   */
  public record AtRate(UUID rate, Charge.Kind kind, int members, long sum, int unasked, int partly) {}

  /** The periods of a scale that can be charged: the one of a day, the one before and the one after. */
  public static List<LocalDate> periods(Plan plan, LocalDate today) {
    LocalDate now = plan.period().begins(today);
    return List.of(now.minusMonths(plan.period().months()), now, now.plusMonths((long) AHEAD * plan.period().months()));
  }

  /**
   * When dues of a period are due that are charged on a day. Whoever is charged late has at least the days that the scale
   * gives until they are in arrears; where there would be fewer, those days begin when they are charged.
   */
  public static LocalDate due(Plan plan, LocalDate period, LocalDate today) {
    LocalDate due = plan.dueOn(period);
    LocalDate soonest = today.plusDays(plan.dueDays());
    return due.isBefore(today) && due.plusDays(plan.graceDays()).isBefore(soonest) ? soonest : due;
  }

  /** What charging a period would come to now, rate by rate; whoever was charged for it before is left out. */
  public List<AtRate> preview(Plan plan, LocalDate period) {
    return jdbc.sql(PREVIEW)
        .params(asked(plan, period))
        .query((rs, i) -> new AtRate(rs.getObject(1, UUID.class), kind(rs.getString(2)), rs.getInt(3), rs.getLong(4),
            rs.getInt(5), rs.getInt(6)))
        .list();
  }

  /** How many members of a scale charging a period leaves out, since other scales charged them for all of it. */
  public int leftOut(Plan plan, LocalDate period) {
    return jdbc.sql(LEFT_OUT).params(asked(plan, period)).query(Integer.class).single();
  }

  private Map<String, Object> asked(Plan plan, LocalDate period) {
    LocalDate begun = jdbc.sql("select begun_on from dues.plan where local_id = ? and id = ?")
        .params(Scope.local(), plan.id())
        .query((rs, i) -> rs.getDate(1).toLocalDate())
        .single();
    return new Asked(plan.id(), plan.period(), period, begun).at(today());
  }

  /** A scale's period that is charged; who was there before the scale, was before. */
  record Asked(UUID plan, Period length, LocalDate period, LocalDate begun) {
    /** The parameters of what it comes to on a day. */
    Map<String, Object> at(LocalDate today) {
      LocalDate ends = length.ends(period);
      return Map.of("local", Scope.local(), "plan", plan, "period", Date.valueOf(period), "ends", Date.valueOf(ends),
          "length", length.months(), "all", (1 << length.months()) - 1, "over", ends.isBefore(today), "joined",
          Date.valueOf(begun.isAfter(ends) ? begun : ends));
    }
  }

  /** Starts charging a period; answers the job, which is the one under way if there is one. */
  public UUID start(Plan plan, LocalDate period) {
    UUID run = ids.next();
    int begun = jdbc
        .sql(
            """
        insert into dues.run (local_id, id, plan_id, period, due_on, grace_days, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?::uuid, ?) on conflict (local_id, plan_id, period) where posted_at is null do nothing""")
        .params(Scope.local(), run, plan.id(), Date.valueOf(period),
            Date.valueOf(due(plan, period, today())), plan.graceDays())
        .param(Scope.author())
        .param(Timestamp.from(clock.instant()))
        .update();
    if (begun == 0) {
      return goOn(underWay(plan.id(), period).orElseThrow());
    }
    for (Plan.Share share : plan.shares()) {
      jdbc.sql("insert into dues.run_share (local_id, run_id, fund_id, per_mille) values (?, ?, ?, ?)")
          .params(Scope.local(), run, share.fund(), share.perMille())
          .update();
    }
    UUID job = begin(run);
    audit.record("dues-run-begun", new SubjectRef("dues-run", run), period.toString());
    return job;
  }

  /** The job of a run that is under way; one that failed or was stopped goes on, one that was deleted begins anew. */
  private UUID goOn(Run run) {
    jdbc.sql("select id from dues.run where local_id = ? and id = ? for update")
        .params(Scope.local(), run.id())
        .query(rs -> {});
    UUID job = find(run.id()).orElseThrow().job();
    Optional<LocalId> here = Optional.of(new LocalId(Scope.local()));
    Optional<JobView> now = jobs.view(here, job);
    if (now.isEmpty()) {
      return begin(run.id());
    }
    if (now.get().state() == JobState.FAILED || now.get().state() == JobState.CANCELLED) {
      jobs.again(here, job);
    }
    return job;
  }

  private UUID begin(UUID run) {
    UUID job = jobs.start(kind, new RunJob.OfRun(run));
    jdbc.sql("update dues.run set job_id = ? where local_id = ? and id = ?").params(job, Scope.local(), run).update();
    return job;
  }

  /** The run of a period that is under way. */
  public Optional<Run> underWay(UUID plan, LocalDate period) {
    return jdbc.sql(SELECT + " and r.plan_id = ? and r.period = ? and r.posted_at is null")
        .params(Scope.local(), plan, Date.valueOf(period))
        .query(Runs::read)
        .optional();
  }

  /** The latest runs, the last first; at most {@code most}. */
  public List<Run> latest(int most) {
    return jdbc.sql(SELECT + " order by r.period desc, r.id desc limit ?")
        .params(Scope.local(), most)
        .query(Runs::read)
        .list();
  }

  /** One run. */
  public Optional<Run> find(UUID run) {
    return jdbc.sql(SELECT + " and r.id = ?").params(Scope.local(), run).query(Runs::read).optional();
  }

  /** Whether a period of a scale was charged, at least once. */
  public boolean charged(UUID plan, LocalDate period) {
    return jdbc
        .sql(
            """
        select exists (select 1 from dues.run where local_id = ? and plan_id = ? and period = ? and posted_at is not null)""")
        .params(Scope.local(), plan, Date.valueOf(period))
        .query(Boolean.class)
        .single();
  }

  /** What a run charged, rate by rate; none of the rates says anything of whoever is in it. */
  public List<AtRate> rates(UUID run) {
    return jdbc
        .sql(
            """
        select rate_id, kind, members, sum from dues.run_rate
        where local_id = ? and run_id = ? and members > 0 order by rate_id, kind""")
        .params(Scope.local(), run)
        .query(
            (rs, i) -> new AtRate(rs.getObject(1, UUID.class), kind(rs.getString(2)), rs.getInt(3), rs.getLong(4), 0,
                0))
        .list();
  }

  private LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  private static Charge.Kind kind(String key) { return Charge.Kind.valueOf(key.toUpperCase(Locale.ROOT)); }

  private static Run read(ResultSet rs, int row) throws SQLException {
    @Nullable
    Timestamp posted = rs.getTimestamp("posted_at");
    return new Run(rs.getObject("id", UUID.class), rs.getObject("plan_id", UUID.class), rs.getString("name"),
        Period.known(rs.getString("length")).orElseThrow(), rs.getDate("period").toLocalDate(),
        rs.getDate("due_on").toLocalDate(), rs.getObject("job_id", UUID.class),
        Optional.ofNullable(posted).map(Timestamp::toInstant), rs.getInt("members"), rs.getLong("sum"));
  }
}
