// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;

/** Starts each local's round once its morning has come, by its own clock. Whoever starts it twice starts it once. */
final class DailyRound {
  /** Every hour, because mornings come at different hours. */
  static final String CRON = "0 5 * * * *";
  private static final int MORNING = 8;
  private final Jobs jobs;
  private final PaperAlarms alarms;
  private final Locals locals;
  private final Transactions transactions;
  private final Clock clock;

  DailyRound(Jobs jobs, PaperAlarms alarms, Locals locals, Transactions transactions, Clock clock) {
    this.jobs = jobs;
    this.alarms = alarms;
    this.locals = locals;
    this.transactions = transactions;
    this.clock = clock;
  }

  void run() { EveryLocal.run("the daily round", locals, transactions, local -> transactions.write(this::start)); }

  private boolean start() {
    ZonedDateTime here = clock.instant().atZone(locals.profile().zone());
    if (here.getHour() < MORNING) {
      return false;
    }
    jobs.startOnce(here.toLocalDate().toString(), alarms, new PaperAlarms.Day(here.toLocalDate()));
    return true;
  }
}
