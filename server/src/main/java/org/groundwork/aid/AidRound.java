// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;

/** A local's round of the day: what was kept about people in need for long enough is deleted. */
final class AidRound implements JobKind<AidRound.Day> {
  /** Every hour, because nights come at different hours. */
  static final String CRON = "0 50 * * * *";
  private static final int NIGHT = 3;
  private final Clock clock;
  private final ForgottenByAid forgotten;
  private final Locals locals;

  /** @param on the day in the local's time zone */
  record Day(LocalDate on) {}

  AidRound(Clock clock, ForgottenByAid forgotten, Locals locals) {
    this.clock = clock;
    this.forgotten = forgotten;
    this.locals = locals;
  }

  @Override
  public String name() { return "aid-round"; }

  @Override
  public Class<Day> parameters() { return Day.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Day day) { return ""; }

  @Override
  public void run(JobContext context, Day day) { context.step("", () -> forgotten.old(day.on())); }

  /** Starts it once the local's night has come, where something is kept. Inside a transaction of the local. */
  boolean start(Jobs jobs) {
    ZonedDateTime here = clock.instant().atZone(locals.profile().zone());
    if (here.getHour() < NIGHT || forgotten.nothing()) {
      return false;
    }
    jobs.startOnce(here.toLocalDate().toString(), this, new Day(here.toLocalDate()));
    return true;
  }
}
