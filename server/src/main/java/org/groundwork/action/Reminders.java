// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A local's round of the day: members who come today or tomorrow are reminded by mail, each once, within what they agreed
 * to and in words that say nothing of what it is. Whoever is not reached so stays on the organisers' list. What people
 * without an account typed is deleted a month after, and what anybody said that they need.
 */
final class Reminders implements JobKind<Reminders.Day> {
  /** So long after an action, names and contacts of people without an account are deleted. */
  static final Duration KEPT = Duration.ofDays(30);
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Locals locals;
  private final Letters letters;

  /** @param on the day in the local's time zone */
  record Day(LocalDate on) {}

  Reminders(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Letters letters) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.locals = locals;
    this.letters = letters;
  }

  @Override
  public String name() { return "reminders"; }

  @Override
  public Class<Day> parameters() { return Day.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Day day) { return "actions"; }

  @Override
  public void run(JobContext context, Day day) {
    for (Letters.Due due : transactions.read(() -> due(day.on()))) {
      context.step("told", () -> context.count(remind(due) ? "reminded" : "not-reached", 1));
    }
    context.step("forgotten", this::forgetTyped);
  }

  /** Members who come between now and the end of the day after {@code today}, and were not reminded. */
  List<Letters.Due> due(LocalDate today) {
    Instant until = today.plusDays(2).atStartOfDay(locals.profile().zone()).toInstant();
    return jdbc.sql("""
        select u.id, u.person_id, a.id, s.starts_at, s.ends_at, a.zone from action.sign_up u
        join action.shift s on s.local_id = u.local_id and s.id = u.shift_id
        join action.action a on a.local_id = s.local_id and a.id = s.action_id
        where u.local_id = ? and u.state = 'coming' and u.person_id is not null and u.reminded_at is null
          and a.state = 'planned' and s.starts_at > ? and s.starts_at < ? order by s.starts_at, u.id""")
        .params(local(), Timestamp.from(clock.instant()), Timestamp.from(until))
        .query((rs, i) -> new Letters.Due(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            rs.getObject(3, UUID.class), rs.getTimestamp(4).toInstant(), rs.getTimestamp(5).toInstant(),
            ZoneId.of(rs.getString(6))))
        .list();
  }

  /** Reminds somebody whom nobody reminded before; false if they cannot be written to. */
  boolean remind(Letters.Due due) {
    int first = jdbc.sql("""
        update action.sign_up set reminded_at = ?, reminded_by = 'mail'
        where local_id = ? and id = ? and state = 'coming' and reminded_at is null""")
        .params(Timestamp.from(clock.instant()), local(), due.signUp())
        .update();
    if (first == 0 || letters.reminder(due)) {
      return true;
    }
    jdbc.sql("update action.sign_up set reminded_at = null, reminded_by = null where local_id = ? and id = ?")
        .params(local(), due.signUp())
        .update();
    return false;
  }

  private void forgetTyped() {
    jdbc.sql("""
        update action.sign_up u set name = null, contact = null, own_hash = null, here_hash = null,
          needs_childcare = false, needs_ride = false, needs_access = false, needs_language = null
        where u.local_id = :local and (u.name is not null or u.needs_childcare or u.needs_ride or u.needs_access
            or u.needs_language is not null) and u.shift_id in (select s.id from action.shift s
          join action.action a on a.local_id = s.local_id and a.id = s.action_id
          where s.local_id = :local and a.ends_at < :before)""")
        .param("local", local())
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
