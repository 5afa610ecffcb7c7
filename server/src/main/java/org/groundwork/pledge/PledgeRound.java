// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.jobs.Jobs;

/** Brings the calls of a local to where they stand: confirmed, lapsed, expired; and deletes what is kept no longer. */
final class PledgeRound implements JobKind<PledgeRound.Hour> {
  /** Twenty minutes past every hour. */
  static final String CRON = "0 20 * * * *";
  private final Calls calls;

  /** @param at the hour it is done for, as an instant cut to the hour */
  record Hour(String at) {}

  PledgeRound(Calls calls) { this.calls = calls; }

  @Override
  public String name() { return "pledge-round"; }

  @Override
  public Class<Hour> parameters() { return Hour.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Hour hour) { return ""; }

  @Override
  public void run(JobContext context, Hour hour) {
    var going = new ArrayList<UUID>();
    context.step("", () -> going.addAll(calls.goingOn()));
    going.forEach(step -> context.step("", () -> calls.advance(step)));
    context.step("", calls::forgetOld);
  }

  /** Starts it where there is a call; once an hour, whoever starts it. Runs inside a transaction of the local. */
  boolean start(Jobs jobs) {
    if (calls.none()) {
      return false;
    }
    var hour = calls.now().truncatedTo(ChronoUnit.HOURS).toString();
    jobs.startOnce(hour, this, new Hour(hour));
    return true;
  }
}
