// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.Map;
import java.util.Optional;

/**
 * A job as a runner takes it over.
 *
 * @param fence the runner's own; the job's row holds a higher one once somebody else has taken over
 * @param attempts runs since the last committed step, this one counted
 */
record JobClaim(String kind, String parameters, long fence, int attempts, Optional<String> checkpoint,
    Progress progress,
    Map<String, Long> counts, long refused) {

  /** How far a job is; a total of 0 is not known yet. */
  record Progress(long done, long total) {}

  JobClaim { counts = Map.copyOf(counts); }
}
