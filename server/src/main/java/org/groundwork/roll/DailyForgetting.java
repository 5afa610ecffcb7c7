// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.LocalDate;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;

/** Deletes what the current local keeps no longer, a bounded number of records a step; counts and names nobody. */
final class DailyForgetting implements JobKind<DailyForgetting.Today> {
  private final Forgetting forgetting;

  /** @param day the day it is done for */
  record Today(LocalDate day) {}

  DailyForgetting(Forgetting forgetting) { this.forgetting = forgetting; }

  @Override
  public String name() { return "forgetting"; }

  @Override
  public Class<Today> parameters() { return Today.class; }

  @Override
  public Power seenBy() { return Power.ADMINISTER; }

  @Override
  public String back(Today today) { return "people"; }

  @Override
  public void run(JobContext context, Today today) {
    boolean[] more = {true};
    while (more[0]) {
      context.step("", () -> {
        var result = forgetting.run();
        context.count("forgotten", result.forgotten());
        context.count("kept", result.kept());
        more[0] = result.more();
      });
    }
  }
}
