// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the disclosure gate. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

  @Bean
  Disclosure disclosure(JdbcClient jdbc) { return new Disclosure(jdbc); }

  @Bean
  WeeklyCount weeklyCount(DataSource database, Transactions transactions, ObjectProvider<DisclosedSource> sources) {
    return new WeeklyCount(new JdbcTemplate(database), transactions, sources);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart weeklyDisclosure(ObjectProvider<Jobs> jobs, WeeklyCount count, Locals locals,
      Transactions transactions, Clock clock) {
    return new RecurringStart("weekly-disclosure", WeeklyStart.CRON, ZoneOffset.UTC,
        () -> new WeeklyStart(jobs.getObject(), count, locals, transactions, clock).run());
  }
}
