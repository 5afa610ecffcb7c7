// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One run of one job: holds its fence, and what was noted since the last commit. */
final class RunningJob implements JobContext {
  private static final int LONGEST_CHECKPOINT = 100_000;
  private static final long BETWEEN_SHOWS = 500_000_000;

  /** What a run needs of the house. */
  record House(JobStore store, JobResults results, Transactions transactions, ProgressNow progress,
      BooleanSupplier stopping) {}

  private final House house;
  private final JobRef job;
  private final long fence;
  private Optional<String> checkpoint;
  private JobClaim.Progress progress;
  private Map<String, Long> counts;
  private long refused;
  private List<JobResults.Detail> unwritten = new ArrayList<>();
  private boolean over;
  private long lastShown = System.nanoTime() - BETWEEN_SHOWS;

  RunningJob(House house, JobRef job, JobClaim claim) {
    this.house = house;
    this.job = job;
    fence = claim.fence();
    checkpoint = claim.checkpoint();
    progress = claim.progress();
    counts = new TreeMap<>(claim.counts());
    refused = claim.refused();
  }

  @Override
  public UUID job() { return job.id(); }

  @Override
  public Optional<String> checkpoint() { return checkpoint; }

  @Override
  public void step(String next, Runnable work) {
    step(() -> {
      work.run();
      return next;
    });
  }

  @Override
  public String step(Supplier<String> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a step begins its own transaction");
    }
    mayGoOn();
    var before = new Noted(new TreeMap<>(counts), refused, new ArrayList<>(unwritten), progress);
    try {
      String next = house.transactions().writeOnce(() -> commit(work));
      checkpoint = Optional.of(next);
      unwritten = new ArrayList<>();
      return next;
    } catch (JobStopped e) {
      over = true;
      throw e;
    } catch (RuntimeException | Error e) {
      before.restore(this);
      throw e;
    }
  }

  private String commit(Supplier<String> work) {
    String next = work.get();
    if (next.length() > LONGEST_CHECKPOINT) {
      throw new IllegalArgumentException("a checkpoint has at most " + LONGEST_CHECKPOINT + " characters");
    }
    keep(Optional.of(next));
    return next;
  }

  /** The row of the job is locked last, so that a step of an hour does not keep its page from showing progress. */
  private void keep(Optional<String> next) {
    if (!house.store().commit(job, new JobStore.Step(fence, next, progress, JobJson.write(counts), refused))) {
      throw new JobStopped(JobStopped.Why.NOT_OURS);
    }
    house.results().write(job, Math.min(refused, Jobs.MOST_RESULTS) - unwritten.size(), unwritten);
  }

  /** Ends the job as done, with what was noted after the last step. */
  void finish() {
    mayGoOn();
    house.transactions().run(() -> {
      keep(checkpoint);
      house.store().end(job, fence, Optional.empty());
    });
  }

  @Override
  public void progress(long done, long total) {
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException("progress is not below nothing");
    }
    if (over) {
      throw new JobStopped(JobStopped.Why.NOT_OURS);
    }
    progress = new JobClaim.Progress(done, total);
    long now = System.nanoTime();
    if (now - lastShown >= BETWEEN_SHOWS) {
      lastShown = now;
      house.progress().show(job, fence, progress);
    }
  }

  @Override
  public void count(String name, long more) {
    if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("a count is named in lower-case words: " + name);
    }
    counts.merge(name, more, Math::addExact);
  }

  @Override
  public void refused(String place, String reason, Object... arguments) {
    refused++;
    if (refused <= Jobs.MOST_RESULTS) {
      unwritten.add(new JobResults.Detail(place, reason, List.of(arguments)));
    }
  }

  private void mayGoOn() {
    if (house.stopping().getAsBoolean()) {
      over = true;
      throw new JobStopped(JobStopped.Why.SHUTDOWN);
    }
    if (over || !house.transactions().read(() -> house.store().ours(job, fence))) {
      over = true;
      throw new JobStopped(JobStopped.Why.NOT_OURS);
    }
  }

  /** What a step that did not commit must not leave behind. */
  private record Noted(Map<String, Long> counts, long refused, List<JobResults.Detail> unwritten,
      JobClaim.Progress progress) {
    void restore(RunningJob run) {
      run.counts = counts;
      run.refused = refused;
      run.unwritten = unwritten;
      run.progress = progress;
    }
  }
}
