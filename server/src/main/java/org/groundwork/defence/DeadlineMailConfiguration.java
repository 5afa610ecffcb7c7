// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.jobs.RecurringStart;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.tenancy.EveryLocal;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the mail about legal deadlines. */
@Configuration(proxyBeanMethods = false)
class DeadlineMailConfiguration {
  /** Every hour from the morning on, because mornings come at different hours and days are written down at any. */
  private static final String CRON = "0 40 * * * *";
  private static final int MORNING = 9;

  @Bean
  CaseLetters caseLetters(Messages messages, People people, Locals locals, PublicAddress address, Mandates mandates,
      Accounts accounts, Clock clock) {
    return new CaseLetters(clock, new CaseLetters.Post(messages, people, locals, address, mandates, accounts));
  }

  @Bean
  CaseWorkers caseWorkers(JdbcClient jdbc, Mandates mandates) { return new CaseWorkers(jdbc, mandates); }

  @Bean
  DeadlineMail deadlineMail(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals,
      CaseWorkers workers, CaseLetters letters) {
    return new DeadlineMail(jdbc, transactions, clock, locals, workers, letters);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart caseDeadlinesRound(ObjectProvider<Jobs> jobs, DeadlineMail mail, Locals locals,
      Transactions transactions, Clock clock) {
    return new RecurringStart("case-deadlines-round", CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of deadlines", locals, transactions, local -> transactions.run(() -> {
          ZonedDateTime here = clock.instant().atZone(locals.profile().zone());
          if (here.getHour() >= MORNING && !mail.due().isEmpty()) {
            String hour = here.toInstant().truncatedTo(ChronoUnit.HOURS).toString();
            jobs.getObject().startOnce(hour, mail, new DeadlineMail.Hour(hour));
          }
        })));
  }
}
