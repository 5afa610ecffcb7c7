// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

/** Leaves a run whose job is no longer this runner's. Thrown through the kind, which must let it pass. */
final class JobStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a run ends before its work. */
  enum Why {
    /** Somebody cancelled the job, or another runner has taken it over. */
    NOT_OURS,
    /** The server stops; the job goes on elsewhere or later. */
    SHUTDOWN
  }

  private final Why why;

  JobStopped(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  Why why() { return why; }
}
