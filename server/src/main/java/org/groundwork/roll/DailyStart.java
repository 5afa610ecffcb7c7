// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;

/** Starts the forgetting in every local, each as a job of its own. Whoever starts it twice a day starts it once. */
final class DailyStart {
  /** A quarter past three in the morning, UTC. */
  static final String CRON = "0 15 3 * * *";
  private final Jobs jobs;
  private final DailyForgetting forgetting;
  private final Locals locals;
  private final Transactions transactions;
  private final Clock clock;

  DailyStart(Jobs jobs, DailyForgetting forgetting, Locals locals, Transactions transactions, Clock clock) {
    this.jobs = jobs;
    this.forgetting = forgetting;
    this.locals = locals;
    this.transactions = transactions;
    this.clock = clock;
  }

  void run() {
    var today = new DailyForgetting.Today(LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    EveryLocal.run("the daily forgetting", locals, transactions, local -> start(local, today));
  }

  UUID start(Locals.Entry local, DailyForgetting.Today today) {
    return EveryLocal.write(local, transactions, () -> jobs.startOnce(today.day().toString(), forgetting, today));
  }
}
