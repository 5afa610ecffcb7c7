// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Clock;
import java.time.ZoneOffset;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
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

/** Wires the mail around requests to the hardship fund. */
@Configuration(proxyBeanMethods = false)
class AidPostConfiguration {

  @Bean
  Closeness aidCloseness(JdbcClient jdbc, Audit audit) { return new Closeness(jdbc, audit); }

  @Bean
  Opinions aidOpinions(JdbcClient jdbc, Ids ids, Clock clock, Seals aidSeals) {
    return new Opinions(jdbc, ids, clock, aidSeals);
  }

  @Bean
  Deciders aidDeciders(Mandates mandates, Closeness closeness, Opinions opinions) {
    return new Deciders(mandates, closeness, opinions);
  }

  @Bean
  AidPost.Ways aidPostWays(Messages messages, People people, Locals locals, PublicAddress address, Mandates mandates,
      Accounts accounts) {
    return new AidPost.Ways(messages, people, locals, address, mandates, accounts);
  }

  @Bean
  AidPost aidPost(Clock clock, Deciders deciders, AidPost.Ways ways) { return new AidPost(clock, deciders, ways); }

  @Bean
  AidReminders aidReminders(JdbcClient jdbc, Transactions transactions, Clock clock, Locals locals, Requests requests,
      AidPost post) {
    return new AidReminders(jdbc, transactions, clock, locals, requests, post);
  }

  /** The clock of jobs is asked for recurring starts before there are jobs: the start itself is looked up when due. */
  @Bean
  RecurringStart hourlyAidReminders(ObjectProvider<Jobs> jobs, ObjectProvider<AidReminders> reminders, Locals locals,
      Transactions transactions) {
    return new RecurringStart("aid-reminders-round", AidReminders.CRON, ZoneOffset.UTC,
        () -> EveryLocal.run("the round of requests to decide", locals, transactions,
            local -> transactions.write(() -> reminders.getObject().start(jobs.getObject()))));
  }
}
