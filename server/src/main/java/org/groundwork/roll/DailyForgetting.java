// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;

/** Deletes what the current local keeps no longer, one person a step; counts and names nobody. */
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
    context.step("", forgetting::old);
    var due = new ArrayList<UUID>();
    do {
      due.clear();
      context.step("", () -> due.addAll(forgetting.due()));
      due.forEach(person -> context.step("", () -> {
        switch (forgetting.person(person)) {
          case FORGOTTEN -> context.count("forgotten", 1);
          case KEPT -> context.count("kept", 1);
          case NOT_DUE -> {
          }
        }
      }));
    } while (due.size() == Forgetting.AT_ONCE);
  }
}
