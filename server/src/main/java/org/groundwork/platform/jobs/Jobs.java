// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts long work and shows how far it is. Starting needs a transaction: the job is there if and only if it commits,
 * and begins within a tenth of a second after that if a runner is free.
 */
public final class Jobs {
  /** Refusals listed per job; the count goes on. */
  public static final int MOST_RESULTS = 10_000;
  private static final Duration KEPT = Duration.ofDays(90);

  private final JobStore store;
  private final JobResults results;
  private final JobKinds kinds;
  private final JobClock clock;
  private final Ids ids;

  Jobs(JobStore store, JobResults results, JobKinds kinds, JobClock clock, Ids ids) {
    this.store = store;
    this.results = results;
    this.kinds = kinds;
    this.clock = clock;
    this.ids = ids;
  }

  /** Starts a job of the current local in the current transaction; gives its identity, for the page to go to. */
  public <P> UUID start(JobKind<P> kind, P parameters) {
    return start(kind, parameters, Optional.of(Tenancy.current()), Optional.empty());
  }

  /** Starts a job of the installation in the current transaction, which must be in the installation's scope. */
  public <P> UUID startForInstallation(JobKind<P> kind, P parameters) {
    return start(kind, parameters, Optional.empty(), Optional.empty());
  }

  /**
   * Starts a job of the current local unless one of this kind was ever started with this key; gives the identity of
   * the one there is.
   *
   * @param once what is done once only, such as {@code 2026-W48}; 1 to 100 characters
   */
  public <P> UUID startOnce(String once, JobKind<P> kind, P parameters) {
    return start(kind, parameters, Optional.of(Tenancy.current()), Optional.of(once));
  }

  /** The same for a job of the installation; the transaction must be in the installation's scope. */
  public <P> UUID startForInstallationOnce(String once, JobKind<P> kind, P parameters) {
    return start(kind, parameters, Optional.empty(), Optional.of(once));
  }

  /** The job of the installation that was started with this key; empty if none was. Runs in the installation's scope. */
  public Optional<UUID> onceOfInstallation(JobKind<?> kind, String once) {
    return store.knownOnce(new JobRef(Optional.empty(), ids.next()), kind.name(), once);
  }

  private <P> UUID start(JobKind<P> kind, P parameters, Optional<LocalId> local, Optional<String> once) {
    requireTransaction();
    var job = new JobRef(local, ids.next());
    store.forget(job, KEPT);
    var fresh = new JobStore.Fresh(job, kind.name(), once, JobJson.write(parameters), startedBy());
    if (!store.insert(fresh)) {
      return store.once(job, kind.name(), once.orElseThrow());
    }
    schedule(job, 0);
    return job.id();
  }

  private static Optional<UUID> startedBy() {
    return Callers.current() instanceof Caller.Actor actor
        ? Optional.of(actor.person())
        : Callers.current().accountId();
  }

  private void schedule(JobRef job, long fence) {
    clock.schedule(job, fence);
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() { clock.wake(); }
    });
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a job is started within a transaction, so that both commit or neither");
    }
  }

  /**
   * A job of the given local, or of the installation; empty if there is none. Runs in that scope and a transaction.
   */
  public Optional<JobView> view(Optional<LocalId> local, UUID id) {
    var job = new JobRef(local, id);
    return store.find(job).flatMap(row -> kinds.named(row.kind()).map(kind -> view(job, row, kind)));
  }

  private static <P> JobView view(JobRef job, JobStore.Row row, JobKind<P> kind) {
    var total = row.progress().total() > 0 ? Optional.of(row.progress().total()) : Optional.<Long>empty();
    var failure = Optional.ofNullable(row.errorKey())
        .map(key -> new JobView.Sentence(key, JobJson.arguments(row.errorArguments())));
    return new JobView(job.id(), row.kind(), kind.seenBy(),
        kind.back(JobJson.read(row.parameters(), kind.parameters())),
        row.state(), row.progress().done(), total, JobJson.counts(row.counts()), row.refused(), failure,
        row.createdAt().toInstant());
  }

  /** What a job refused, after number {@code after} of its list, at most {@code most}. Runs as {@link #view}. */
  public List<JobView.Refused> refused(Optional<LocalId> local, UUID id, long after, int most) {
    return results.read(new JobRef(local, id), after, most);
  }

  /** Stops a job; what its steps committed stays. False if it had ended. Runs as {@link #view}, writing. */
  public boolean cancel(Optional<LocalId> local, UUID id) {
    return store.cancel(new JobRef(local, id));
  }

  /** Takes up a failed or cancelled job where it ended. False if it is neither. Runs as {@link #view}, writing. */
  public boolean again(Optional<LocalId> local, UUID id) {
    requireTransaction();
    var job = new JobRef(local, id);
    var fence = store.again(job);
    fence.ifPresent(f -> schedule(job, f));
    return fence.isPresent();
  }
}
