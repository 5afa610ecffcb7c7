// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;

/** Starts the count in every local, each as a job of its own. Whoever starts it twice starts it once. */
final class WeeklyStart {
  /** Mondays at four in the morning, UTC: the same hour for every local. */
  static final String CRON = "0 0 4 * * MON";
  private final Jobs jobs;
  private final WeeklyCount count;
  private final Locals locals;
  private final Transactions transactions;
  private final Clock clock;

  WeeklyStart(Jobs jobs, WeeklyCount count, Locals locals, Transactions transactions, Clock clock) {
    this.jobs = jobs;
    this.count = count;
    this.locals = locals;
    this.transactions = transactions;
    this.clock = clock;
  }

  void run() {
    var week = new WeeklyCount.Week(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    EveryLocal.run("the weekly count", locals, transactions, local -> start(local, week));
  }

  UUID start(Locals.Entry local, WeeklyCount.Week week) {
    return EveryLocal.write(local, transactions, () -> jobs.startOnce(week.monday().toString(), count, week));
  }
}
