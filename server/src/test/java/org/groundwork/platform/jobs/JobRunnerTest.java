// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.TransientDataAccessResourceException;

@ExtendWith(ProductExtension.class)
class JobRunnerTest {
  /** One thread each: the common pool of a small machine has a single one. */
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  @Test
  void goesOnWhereARunnerThatVanishedHadCommitted(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 6);
    var lost = runners.take();
    assertThatThrownBy(() -> local.as(local.founder(), () -> {
      runners.kind(m -> {
        if (m.number() == 4) {
          throw new Vanished();
        }
      }).run(lost, new RowsKind.Rows(runners.batch, 6));
      return 0;
    })).isInstanceOf(Vanished.class); // and nobody notes how it ended
    assertThat(runners.rows()).containsExactly(1, 2, 3);
    assertThat(runners.view().state()).isEqualTo(JobState.RUNNING);

    var begun = new ArrayList<Integer>();
    assertThat(runners.run(m -> begun.add(m.number()))).isEqualTo(new JobRunner.End.Over());

    assertThat(begun).containsExactly(4, 5, 6);
    assertThat(runners.rows()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(runners.view().state()).isEqualTo(JobState.DONE);
    assertThat(runners.view().counts()).isEqualTo(Map.of("written", 6L));
  }

  @Test
  void letsOnlyTheNewerOfTwoRunnersCommit(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 3);
    var inStep = new CountDownLatch(1);
    var overtaken = new CountDownLatch(1);
    var older = CompletableFuture.supplyAsync(() -> ended(() -> runners.run(m -> {
      inStep.countDown();
      await(overtaken);
    })), THREADS);
    await(inStep);

    var newer = runners.run(m -> {});
    overtaken.countDown();

    assertThat(newer).isEqualTo(new JobRunner.End.Over());
    assertThat(older.get(20, TimeUnit.SECONDS)).isEqualTo(new JobRunner.End.Over());
    assertThat(runners.rows()).containsExactly(1, 2, 3);
    assertThat(runners.view().counts()).isEqualTo(Map.of("written", 3L));
  }

  @Test
  void writesEachRowOnceHoweverManyRunnersCompete(Product product, FoundedLocal local) {
    var runners = new TestRunners(product, local, 25);
    var all = IntStream.range(0, 6)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> ended(() -> runners.run(m -> {})), THREADS))
        .toList();
    all.forEach(CompletableFuture::join);
    assertThat(runners.rows()).containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
    assertThat(runners.view().state()).isEqualTo(JobState.DONE);
  }

  @Test
  void commitsNothingAfterSomebodyCancelled(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 5);
    runners.run(m -> {
      if (m.number() == 3) {
        CompletableFuture.runAsync(() -> local.write(() -> runners.store().cancel(runners.job))).join();
      }
    });
    assertThat(runners.rows()).containsExactly(1, 2);
    assertThat(runners.view().state()).isEqualTo(JobState.CANCELLED);
    assertThat(runners.run(m -> {})).isEqualTo(new JobRunner.End.Over());
    assertThat(runners.rows()).containsExactly(1, 2);
  }

  @Test
  void keepsWhatWasDoneAndSaysWhyItFailed(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 5);
    runners.run(m -> {
      if (m.number() == 3) {
        throw new JobFailure("test.failed", 2);
      }
    });
    assertThat(runners.rows()).containsExactly(1, 2);
    assertThat(runners.view().failure()).contains(new JobView.Sentence("test.failed", List.of(2L)));

    assertThat(local.write(() -> runners.store().again(runners.job))).isPresent();
    runners.run(m -> {});
    assertThat(runners.rows()).containsExactly(1, 2, 3, 4, 5);
    assertThat(runners.view().failure()).isEmpty();
  }

  @Test
  void tellsNothingOfAnUnexpectedFault(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 2);
    runners.run(m -> {
      throw new IllegalStateException("Maria in 3B");
    });
    assertThat(runners.view().failure()).contains(new JobView.Sentence("jobs.failed.unexpected", List.of()));
  }

  @Test
  void triesAgainLaterWhenTheDatabaseFaultMayPass(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 3);
    var end = runners.run(m -> {
      if (m.number() == 2) {
        throw new TransientDataAccessResourceException("away");
      }
    });
    assertThat(end).isInstanceOf(JobRunner.End.Later.class);
    assertThat(runners.view().state()).isEqualTo(JobState.RUNNING);
    runners.run(m -> {});
    assertThat(runners.rows()).containsExactly(1, 2, 3);
  }

  @Test
  void givesUpAJobThatNeverGetsOn(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 2);
    for (int i = 0; i < JobRunner.MOST_ATTEMPTS; i++) {
      runners.take();
    }
    runners.run(m -> {});
    assertThat(runners.view().failure()).map(JobView.Sentence::key).contains("jobs.failed.stuck");
    assertThat(runners.rows()).isEmpty();
  }

  @Test
  void stopsAtTheNextStepWhenTheServerStops(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 4);
    var end = runners.run(m -> {
      if (m.number() == 2) {
        runners.stopServer();
      }
    });
    assertThat(end).isInstanceOf(JobRunner.End.Later.class);
    assertThat(runners.rows()).containsExactly(1, 2);
    assertThat(runners.view().state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void showsProgressInTheMiddleOfAStep(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 1);
    var seen = new ArrayList<Long>();
    runners.run(m -> {
      var view = CompletableFuture.supplyAsync(runners::view).join();
      seen.add(view.done());
      seen.add(view.total().orElse(0L));
    });
    assertThat(seen).containsExactly(1L, 1L);
  }

  @Test
  void listsRefusalsOfCommittedStepsOnly(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 3);
    runners.run(m -> {
      m.context().refused("list.txt:" + m.number() + ":1", "test.refused", "x".repeat(300));
      if (m.number() == 3) {
        throw new JobFailure("test.failed", 2);
      }
    });
    assertThat(runners.refused()).extracting(JobView.Refused::place).containsExactly("list.txt:1:1", "list.txt:2:1");
    assertThat(runners.refused().getFirst().reason().arguments().getFirst().toString()).hasSize(200);
    assertThat(runners.view().refused()).isEqualTo(2);
  }

  @Test
  void countsRefusalsBeyondTheListed(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 2);
    runners.run(m -> {
      for (int i = 0; i < Jobs.MOST_RESULTS - 1; i++) {
        m.context().refused("row " + i, "test.refused", i);
      }
    });
    assertThat(runners.view().refused()).isEqualTo(2L * Jobs.MOST_RESULTS - 2);
    assertThat(local.read(() -> product.bean(Jobs.class)
        .refused(runners.job.local(), runners.job.id(), Jobs.MOST_RESULTS - 2L, 10))).hasSize(2);
  }

  @Test
  void sealsWhatALocalRefused(Product product, FoundedLocal local) throws Exception {
    var runners = new TestRunners(product, local, 1);
    runners.run(m -> m.context().refused("list.txt:1:1", "test.refused", "Consuelo Arbeláez"));
    try (var connection = product.connection(DatabaseRole.OPS);
        var statement = connection.prepareStatement(
            "select position(convert_to('Consuelo', 'UTF8') in detail) from platform.job_result where job_id = ?")) {
      statement.setObject(1, runners.job.id());
      try (var rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isZero();
      }
    }
    assertThat(runners.refused().getFirst().reason().arguments()).containsExactly("Consuelo Arbeláez");
  }

  @Test
  void hidesAJobFromEveryOtherLocalInTheDatabaseToo(Product product, FoundedLocal local) throws SQLException {
    var runners = new TestRunners(product, local, 1);
    try (var connection = product.connection(DatabaseRole.APP); var statement = connection.createStatement()) {
      for (String scope : List.of("", product.found().id().toString())) {
        statement.execute("set app.local = '" + scope + "'");
        try (var rows = statement.executeQuery("select 1 from platform.job where id = '" + runners.job.id() + "'")) {
          assertThat(rows.next()).isFalse();
        }
      }
    }
  }

  @Test
  void refusesAStepInsideATransaction(Product product, FoundedLocal local) {
    var runners = new TestRunners(product, local, 1);
    var running = runners.take();
    assertThatThrownBy(() -> local.write(() -> running.step(() -> "1"))).isInstanceOf(IllegalStateException.class);
  }

  private static JobRunner.End ended(java.util.concurrent.Callable<JobRunner.End> run) {
    try {
      return run.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Vanished extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

}
