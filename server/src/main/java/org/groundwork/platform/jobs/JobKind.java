// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import org.groundwork.platform.access.Power;

/**
 * A kind of long work, contributed by a module as a bean.
 *
 * <p>Texts a kind brings along in its module's bundle: {@code job.<name>.title}, and {@code job.<name>.count.<count>}
 * for every count it keeps (argument 0 is the number). A kind that shows how far it is says with {@code job.<name>.done}
 * what it counts (argument 0 is how many are done, 1 how many there are, 0 while nobody knows).
 *
 * @param <P> what one job of the kind is told: a record of identifiers and choices, read from and written to JSON. It
 *     holds no name and no text about people; fields may be added later but not removed while jobs wait.
 */
public interface JobKind<P> {

  /** The kind's name in the database and in message keys: lower-case words with hyphens, at most 40 characters. */
  String name();

  /** The record that tells a job what to do. */
  Class<P> parameters();

  /** Who of a local may see its jobs of this kind. A job of the installation is seen by who runs the installation. */
  Power seenBy();

  /** Where the job's page leads back to: within the local without a leading slash, of the installation a whole path. */
  String back(P parameters);

  /**
   * Does the work, or goes on with it from {@link JobContext#checkpoint}. Runs in the job's local (or the
   * installation's scope) without a transaction and without a caller; whatever it changes, it changes in a step.
   *
   * @throws JobFailure to end the job with a sentence for people
   * @throws Exception to end it as an unexpected failure; a fault of the database that may pass is tried again
   */
  void run(JobContext context, P parameters) throws Exception;
}
