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
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ReinforcementRows rows;
  private final Answers answers;
  private final Waves waves;

  /** @param at the minute it is done for */
  record Minute(String at) {}

  ReinforcementRound(JdbcClient jdbc, Clock clock, ReinforcementRows rows, Answers answers, Waves waves) {
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
  }

  /** Starts it where something is due; once a minute, whoever starts it. Runs inside a transaction of the local. */
  boolean start(Jobs jobs) {
    if (expired().isEmpty() && widening().isEmpty() && old().isEmpty()) {
      return false;
    }
    String minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).toString();
    jobs.startOnce(minute, this, new Minute(minute));
    return true;
  }

  private List<UUID> expired() { return jdbc.sql("""
        select id from reinforcement.call where local_id = ? and state in ('draft', 'live') and expires_at <= ?
        order by id""").params(local(), now()).query((rs, i) -> rs.getObject(1, UUID.class)).list(); }

  private List<UUID> widening() { return jdbc.sql("""
        select id from reinforcement.call where local_id = ? and state = 'live' and expires_at > ? and next_wave_at <= ?
        order by id""").params(local(), now(), now()).query((rs, i) -> rs.getObject(1, UUID.class)).list(); }

  private List<UUID> old() {
    return jdbc.sql("""
        select id from reinforcement.call where local_id = ? and kept and expires_at < ? order by id limit 100""")
        .params(local(), Timestamp.from(clock.instant().minus(KEPT)))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

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
