// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * When jobs run, and who holds the lease on one: db-scheduler over its own table. Its rows are written in the
 * transaction that starts a job, so that neither is there without the other. Times here are the machine's own and not
 * the product's clock, because they are compared with other machines'.
 */
final class JobClock implements SmartLifecycle, AutoCloseable {
  /** Heavy work at one time, on this node. */
  private static final int THREADS = 2;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  /** A runner that was silent for so many heartbeats is taken for dead, and its job taken over. */
  private static final int MISSED = 4;
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(8);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

  /** What happens before the first job and before the last: see {@link JobsConfiguration}. */
  record Running(Runnable beforeStart, Runnable beforeStop) {}

  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private final ExecutorService threads;
  private final Running around;
  private volatile boolean running;

  JobClock(DataSource database, JobRunner runner, List<RecurringStart> recurring, Running around) {
    this.around = around;
    task = Tasks.custom("job", Void.class)
        .onFailureReschedule(FixedDelay.of(AFTER_FAULT))
        .onDeadExecutionRevive()
        .execute((instance, context) -> completion(run(runner, JobRef.parse(instance.getId()))));
    threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("job-", 1).factory());
    scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), List.<Task<?>>of(task))
        .startTasks(recurring.stream().map(JobClock::recurring).toList())
        .tableName("platform.scheduled_task")
        .executorService(threads)
        .threads(THREADS)
        .pollingInterval(POLL)
        .pollUsingLockAndFetch(0.5, 1.0)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED)
        .shutdownMaxWait(LONGEST_GOODBYE)
        .alwaysPersistTimestampInUTC()
        .build();
  }

  private static RecurringTask<Void> recurring(RecurringStart start) {
    return Tasks.recurring(start.name(), Schedules.cron(start.cron(), start.zone()))
        .execute((instance, context) -> start.work().run());
  }

  private static JobRunner.End run(JobRunner runner, JobRef job) {
    try {
      return runner.run(job);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletionHandler<Void> completion(JobRunner.End end) {
    return switch (end) {
      case JobRunner.End.Over _ -> (complete, operations) -> operations.remove();
      case JobRunner.End.Later(Duration in) ->
        (complete, operations) -> operations.reschedule(complete, Instant.now().plus(in));
    };
  }

  /** Puts the job on the clock, in the transaction that is under way. */
  void schedule(JobRef job, long fence) {
    scheduler.scheduleIfNotExists(task.instance(job.instance(fence)), Instant.now());
  }

  /** Looks at once for what is due instead of at the next second. */
  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public void start() {
    around.beforeStart().run();
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    around.beforeStop().run();
    scheduler.stop();
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() { return running; }

  @Override
  public void close() {
    if (running) {
      stop();
    }
  }
}
