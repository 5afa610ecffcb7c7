// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.LocalDate;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;

/** A local's round of the day: mandates that were not used for three years end, those that nobody can dispute any more are deleted. */
final class DebitRound implements JobKind<DebitRound.Day> {
  /** Ten past three in the morning, UTC. */
  static final String CRON = "0 10 3 * * *";
  private static final int AT_ONCE = 500;
  private final DebitMandates mandates;

  /** @param on the day in the local's time zone */
  record Day(LocalDate on) {}

  DebitRound(DebitMandates mandates) { this.mandates = mandates; }

  @Override
  public String name() { return "debits-round"; }

  @Override
  public Class<Day> parameters() { return Day.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Day day) { return ""; }

  @Override
  public void run(JobContext context, Day day) {
    context.step("lapsed", () -> context.count("lapsed", mandates.lapse(day.on())));
    boolean more = true;
    while (more) {
      String after = context.step(() -> {
        int deleted = mandates.delete(day.on());
        context.count("deleted", deleted);
        return deleted == AT_ONCE ? "more" : "done";
      });
      more = after.equals("more");
    }
  }

  /** Starts it where somebody ever gave a mandate. Inside a transaction of the local. */
  boolean start(Jobs jobs) {
    var numbers = mandates.numbers();
    if (numbers.inForce() + numbers.ended() == 0) {
      return false;
    }
    LocalDate today = mandates.today();
    jobs.startOnce(today.toString(), this, new Day(today));
    return true;
  }
}
