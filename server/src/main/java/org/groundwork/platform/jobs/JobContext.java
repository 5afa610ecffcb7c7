// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a running job may do. Used by one thread. Every method but the getters ends the run with an exception the kind must not catch once the
 * job was cancelled, taken over by another runner, or the server stops.
 */
public interface JobContext {

  /** The job, as a source for idempotent writes. */
  UUID job();

  /** What the last committed step left; empty at the very beginning. */
  Optional<String> checkpoint();

  /**
   * Does {@code work} in one transaction together with the new checkpoint, the counts, the progress and the refusals
   * noted since the last step: all of it commits or none. Must not be called inside a transaction. The database ends a
   * transaction that rests 30 seconds and a statement that takes 15, so read and reckon outside.
   *
   * @param checkpoint where a run that starts anew goes on, at most 100,000 characters, in the kind's own form
   */
  void step(String checkpoint, Runnable work);

  /** As {@link #step(String, Runnable)}, for work that knows the new checkpoint only when done; gives it back. */
  String step(Supplier<String> work);

  /**
   * Shows how far the job is, at once and also in the middle of a step; written at most twice a second.
   *
   * @param total how much there is, 0 if not known yet
   */
  void progress(long done, long total);

  /** Adds to one of the job's counts, shown as {@code job.<kind>.count.<name>}; kept with the next step. */
  void count(String name, long more);

  /**
   * Notes that something was refused; kept with the next step. The first {@value Jobs#MOST_RESULTS} are listed on the
   * job's page, the others counted.
   *
   * @param place where it stands, such as {@code register.csv:12:3}; at most 200 characters are kept
   * @param reason message key of a sentence
   * @param arguments of the sentence; numbers stay numbers, of a text at most 200 characters are kept
   */
  void refused(String place, String reason, Object... arguments);
}
