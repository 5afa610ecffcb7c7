// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A local's minute: calls that have expired are ended and their addresses deleted, the next wave is asked where one is
 * due, and a month after a call its answers lose their people.
 */
final class ReinforcementRound implements JobKind<ReinforcementRound.Minute> {
  static final String CRON = "30 * * * * *";
  /** So long after a call, its answers still say whose they are. */
  static final Duration KEPT = Duration.ofDays(30);
  private static final String EXPIRED = """
       from reinforcement.call where local_id = :local and state in ('draft', 'live') and expires_at <= :now""";
  private static final String WIDENING = """
       from reinforcement.call where local_id = :local and state = 'live' and expires_at > :now and next_wave_at <= :now""";
  private static final String OLD = """
       from reinforcement.call where local_id = :local and kept and expires_at < :before""";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ReinforcementRows rows;
  private final Answers answers;
  private final Waves waves;
  private final Wishes wishes;

  /** @param at the minute it is done for */
  record Minute(String at) {}

  ReinforcementRound(JdbcClient jdbc, Clock clock, ReinforcementRows rows, Answers answers, Waves waves,
      Wishes wishes) {
    this.wishes = wishes;
    this.jdbc = jdbc;
    this.clock = clock;
    this.rows = rows;
    this.answers = answers;
    this.waves = waves;
  }

  @Override
  public String name() { return "reinforcement-round"; }

  @Override
  public Class<Minute> parameters() { return Minute.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Minute minute) { return "reinforcements"; }

  @Override
  public void run(JobContext context, Minute minute) {
    var expired = new ArrayList<UUID>();
    var widening = new ArrayList<UUID>();
    var old = new ArrayList<UUID>();
    context.step("", () -> {
      expired.addAll(expired());
      widening.addAll(widening());
      old.addAll(old());
    });
    expired.forEach(call -> context.step("", () -> rows.held(call).ifPresent(answers::settle)));
    widening.forEach(call -> context.step("", () -> rows.byId(call)
        .ifPresent(due -> waves.next(call, due.times().waves()))));
    old.forEach(call -> context.step("", () -> forgetPeople(call)));
    context.step("", wishes::deleteOld);
  }

  /** Starts it where something is due; once a minute, whoever starts it. Runs inside a transaction of the local. */
  boolean start(Jobs jobs) {
    if (!due()) {
      return false;
    }
    String minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).toString();
    jobs.startOnce(minute, this, new Minute(minute));
    return true;
  }

  private boolean due() {
    return wishes.old() || jdbc
        .sql("select exists (select 1 " + EXPIRED + ") or exists (select 1 " + WIDENING + ") or exists (select 1 "
            + OLD + ")")
        .param("local", local())
        .param("now", now())
        .param("before", before())
        .query(Boolean.class)
        .single();
  }

  private List<UUID> expired() { return ids("select id " + EXPIRED + " order by id"); }

  private List<UUID> widening() { return ids("select id " + WIDENING + " order by id"); }

  private List<UUID> old() {
    return jdbc.sql("select id " + OLD + " order by id limit 100")
        .param("local", local())
        .param("before", before())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private List<UUID> ids(String sql) {
    return jdbc.sql(sql)
        .param("local", local())
        .param("now", now())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private Timestamp before() { return Timestamp.from(clock.instant().minus(KEPT)); }

  private void forgetPeople(UUID call) {
    rows.held(call).ifPresent(answers::settle);
    jdbc.sql("""
        update reinforcement.asked set person_id = null, line = null, changed_by = null, version = version + 1,
          changed_at = ? where local_id = ? and call_id = ?""").params(now(), local(), call).update();
    jdbc.sql("""
        update reinforcement.call set kept = false, version = version + 1, changed_at = ?
        where local_id = ? and id = ?""").params(now(), local(), call).update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
