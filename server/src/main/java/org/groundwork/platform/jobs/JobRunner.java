// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Runs a job once: takes it over, lets its kind work, and says how it ended. */
final class JobRunner {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  /** So many runs without one committed step, and the job is given up. */
  static final int MOST_ATTEMPTS = 6;

  /** How a run ended. */
  sealed interface End {
    /** Nothing more to do for this job. */
    record Over() implements End {}

    /** To be taken up again. */
    record Later(Duration in) implements End {}
  }

  private final RunningJob.House house;
  private final JobKinds kinds;

  JobRunner(RunningJob.House house, JobKinds kinds) {
    this.house = house;
    this.kinds = kinds;
  }

  /** Takes the job over and runs it. A fault of the database itself, also in noting the end, is thrown. */
  End run(JobRef job) throws Exception {
    return job.within(() -> {
      var claim = house.transactions().write(() -> house.store().claim(job));
      return claim.isPresent() ? run(job, claim.get()) : new End.Over();
    });
  }

  private End run(JobRef job, JobClaim claim) {
    var kind = kinds.named(claim.kind());
    if (kind.isEmpty()) {
      return failed(job, claim, new JobView.Sentence("jobs.failed.unknown", List.of()));
    }
    if (claim.attempts() > MOST_ATTEMPTS) {
      return failed(job, claim, new JobView.Sentence("jobs.failed.stuck", List.of(MOST_ATTEMPTS)));
    }
    try {
      var running = new RunningJob(house, job, claim);
      work(kind.get(), running, claim);
      running.finish();
      return new End.Over();
    } catch (JobStopped stopped) {
      return switch (stopped.why()) {
        case NOT_OURS -> new End.Over();
        case SHUTDOWN -> new End.Later(Duration.ZERO);
      };
    } catch (JobFailure failure) {
      return failed(job, claim, new JobView.Sentence(failure.key(), failure.arguments()));
    } catch (Exception | Error e) {
      return broken(job, claim, e);
    }
  }

  private static <P> void work(JobKind<P> kind, JobContext context, JobClaim claim) throws Exception {
    kind.run(context, JobJson.read(claim.parameters(), kind.parameters()));
  }

  private End broken(JobRef job, JobClaim claim, Throwable fault) {
    // never the message: a database's may quote what a person typed
    log.warn("job {} of kind {} broke off at {}: {}", job.id(), claim.kind(), place(fault), fault.getClass().getName());
    if (house.stopping().getAsBoolean()) {
      return new End.Later(Duration.ZERO);
    }
    if (mayPass(fault)) {
      return new End.Later(Duration.ofSeconds(1L << Math.min(claim.attempts(), 6)));
    }
    return failed(job, claim, new JobView.Sentence("jobs.failed.unexpected", List.of()));
  }

  private End failed(JobRef job, JobClaim claim, JobView.Sentence why) {
    house.transactions().run(() -> house.store().end(job, claim.fence(), Optional.of(why)));
    return new End.Over();
  }

  private static boolean mayPass(Throwable fault) {
    return fault instanceof TransientDataAccessException || fault instanceof RecoverableDataAccessException
        || fault instanceof DataAccessResourceFailureException || fault instanceof CannotCreateTransactionException;
  }

  private static String place(Throwable fault) {
    return Stream.of(fault.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("org.groundwork."))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("an unknown place");
  }
}
