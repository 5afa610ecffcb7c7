// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;

/** A local's round of the day: the sum of a month once its due day is over, how many are out, and the end of books kept long enough. */
final class StrikeRound implements JobKind<StrikeRound.Day> {
  /** Every hour, because mornings come at different hours. */
  static final String CRON = "0 35 * * * *";
  private static final int MORNING = 5;
  private final Transactions transactions;
  private final Clock clock;
  private final Strikes strikes;
  private final MonthlySums sums;
  private final OutTold out;
  private final StrikesForgotten forgotten;
  private final Locals locals;

  /** @param on the day in the local's time zone */
  record Day(LocalDate on) {}

  StrikeRound(Transactions transactions, Clock clock, Strikes strikes, MonthlySums sums, OutTold out,
      StrikesForgotten forgotten, Locals locals) {
    this.transactions = transactions;
    this.clock = clock;
    this.strikes = strikes;
    this.sums = sums;
    this.out = out;
    this.forgotten = forgotten;
    this.locals = locals;
  }

  @Override
  public String name() { return "strike-round"; }

  @Override
  public Class<Day> parameters() { return Day.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Day day) { return ""; }

  @Override
  public void run(JobContext context, Day day) {
    for (Strike strike : transactions.read(strikes::goingOn)) {
      context.step("", () -> tell(strike, day.on()));
    }
    for (Strike strike : transactions.read(forgotten::due)) {
      context.step("", () -> forgotten.forget(strike, day.on()));
    }
  }

  private void tell(Strike strike, LocalDate today) {
    if (strike.rent().isPresent()) {
      sums.take(strike, today);
    } else {
      out.take(strike, today);
    }
  }

  /** Starts it once the local's morning has come, where there is a strike. Inside a transaction of the local. */
  boolean start(Jobs jobs) {
    ZonedDateTime here = clock.instant().atZone(locals.profile().zone());
    if (here.getHour() < MORNING || strikes.none()) {
      return false;
    }
    jobs.startOnce(here.toLocalDate().toString(), this, new Day(here.toLocalDate()));
    return true;
  }
}
