// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import java.sql.Timestamp;
import java.time.Clock;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits to be done, counted over all locals at once. */
final class Backlog {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;

  Backlog(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  void write(Exposition to) throws Exception {
    Tenancy.inInstallation(() -> transactions.read(() -> {
      to.gauge("groundwork_jobs_waiting", "Jobs that are due and not begun.", count("""
          select count(*) from platform.scheduled_task
          where task_name = 'job' and not picked and execution_time <= ?""", Timestamp.from(clock.instant())));
      to.gauge("groundwork_jobs_running", "Jobs that are at work.",
          count("select count(*) from platform.scheduled_task where task_name = 'job' and picked"));
      to.gauge("groundwork_events_waiting", "Deliveries of events that a listener has yet to hear.",
          count("select count(*) from platform.event_delivery"));
      to.gauge("groundwork_mail_waiting", "Letters that have yet to leave.",
          count("select count(*) from platform.outgoing where state = 'waiting'"));
      return to;
    }));
  }

  private long count(String question, Object... parameters) {
    return jdbc.sql(question).params(parameters).query(Long.class).single();
  }
}
