// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.treasury.Signings;

/**
 * A local's round of the day: reasons are deleted once the quarter was signed by who checks the books, and everything about
 * people in need once it was kept for long enough.
 */
final class AidRound implements JobKind<AidRound.Day> {
  /** Every hour, because nights come at different hours. */
  static final String CRON = "0 50 * * * *";
  private static final int NIGHT = 3;
  private static final int QUARTER = 3;
  private final Clock clock;
  private final ForgottenByAid forgotten;
  private final Signings signings;
  private final Locals locals;

  /** @param on the day in the local's time zone */
  record Day(LocalDate on) {}

  AidRound(Clock clock, ForgottenByAid forgotten, Signings signings, Locals locals) {
    this.clock = clock;
    this.forgotten = forgotten;
    this.signings = signings;
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
  public void run(JobContext context, Day day) {
    context.step("", () -> {
      signed(day.on())
          .forEach(first -> forgotten.audited(first.atDay(1), first.plusMonths(QUARTER - 1).atEndOfMonth()));
      forgotten.old(day.on());
    });
  }

  /** The quarters that were signed, each once; what lies longer ago is deleted in any case. */
  private List<YearMonth> signed(LocalDate today) {
    YearMonth since = YearMonth.from(today.minus(ForgottenByAid.KEPT)).minusMonths(QUARTER);
    return signings.all()
        .stream()
        .map(Signings.Signing::quarter)
        .filter(first -> !first.isBefore(since))
        .distinct()
        .toList();
  }

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
