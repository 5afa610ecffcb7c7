// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A job of one local that the product's clock knows nothing of, and runners of the test's own for it. */
final class TestRunners {
  private final Product product;
  private final FoundedLocal local;
  private final AtomicBoolean stopping = new AtomicBoolean();
  final UUID batch = UUID.randomUUID();
  final JobRef job;

  TestRunners(Product product, FoundedLocal local, int rows) {
    this.product = product;
    this.local = local;
    job = new JobRef(Optional.of(local.id()), UUID.randomUUID());
    var fresh = new JobStore.Fresh(job, "test-rows", Optional.empty(),
        JobJson.write(new RowsKind.Rows(batch, rows)), Optional.empty());
    local.write(() -> store().insert(fresh));
  }

  JobStore store() { return product.bean(JobStore.class); }

  void stopServer() { stopping.set(true); }

  RunningJob.House house() {
    return new RunningJob.House(store(), product.bean(JobResults.class), product.bean(Transactions.class),
        new ProgressNow(store(), product.bean(PlatformTransactionManager.class)), stopping::get);
  }

  RowsKind kind(Consumer<RowsKind.Moment> each) { return new RowsKind(product.bean(JdbcClient.class), each); }

  JobRunner.End run(Consumer<RowsKind.Moment> each) throws Exception {
    return new JobRunner(house(), new JobKinds(() -> List.of(kind(each)))).run(job);
  }

  /** Takes the job over as a runner does, and leaves the rest to the test. */
  RunningJob take() {
    var claim = local.write(() -> store().claim(job)).orElseThrow();
    return new RunningJob(house(), job, claim);
  }

  JobView view() { return local.read(() -> product.bean(Jobs.class).view(job.local(), job.id())).orElseThrow(); }

  List<JobView.Refused> refused() {
    return local.read(() -> product.bean(Jobs.class).refused(job.local(), job.id(), 0, 1000));
  }

  /** The numbers of the rows that are there, in order, one that was written twice twice. */
  List<Integer> rows() {
    return local.read(() -> product.bean(JdbcClient.class)
        .sql(
            "select split_part(result, '/', 2)::int from platform.form_done where local_id = ? and result like ? order by 1")
        .params(local.id().value(), batch + "/%")
        .query(Integer.class)
        .list());
  }
}
