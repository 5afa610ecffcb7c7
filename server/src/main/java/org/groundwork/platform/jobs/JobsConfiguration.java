// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires jobs. Kinds may themselves need {@link Jobs}, so the runner asks for them only when the clock starts. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

  @Bean
  JobStore jobStore(JdbcClient jdbc, Clock clock) { return new JobStore(jdbc, clock); }

  @Bean
  JobResults jobResults(DataSource database, KeyStore keys, Ids ids) {
    return new JobResults(new JdbcTemplate(database), new FieldCipher(keys, Purpose.sealing("job-result")), ids);
  }

  @Bean
  JobKinds jobKinds(ObjectProvider<JobKind<?>> kinds) { return new JobKinds(() -> kinds.stream().toList()); }

  @Bean
  JobClock jobClock(JobStore store, JobResults results, JobKinds kinds, Transactions transactions,
      PlatformTransactionManager manager, DataSource database, ObjectProvider<RecurringStart> recurring,
      @Value("${groundwork.database.url}") String external) {
    var stopping = new AtomicBoolean();
    var house = new RunningJob.House(store, results, transactions, new ProgressNow(store, manager), stopping::get);
    // with a database server of our own no second node can hold a lease
    Runnable beforeStart = external.isEmpty() ? store::releaseAll : () -> {};
    return new JobClock(database, new JobRunner(house, kinds), recurring.stream().toList(),
        new JobClock.Running(beforeStart, () -> stopping.set(true)));
  }

  @Bean
  Jobs jobs(JobStore store, JobResults results, JobKinds kinds, JobClock clock, Ids ids) {
    return new Jobs(store, results, kinds, clock, ids);
  }

  @Bean
  Ticks ticks(ObjectProvider<Tick> ticks) { return new Ticks(() -> ticks.stream().toList()); }
}
