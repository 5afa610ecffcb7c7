// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.Locale;

/** Where a job is. */
public enum JobState {
  /** Nobody has begun. */
  WAITING,
  /** Begun; after a crash also while it waits to be taken over. */
  RUNNING,
  /** All done. */
  DONE,
  /** Ended by a reason; what was done before stays, and it can be tried again from there. */
  FAILED,
  /** Stopped by a person; what was done before stays. */
  CANCELLED;

  /** As in the database and in message keys. */
  public String word() { return name().toLowerCase(Locale.ROOT); }

  /** Whether more may come of it without somebody's doing. */
  public boolean active() {
    return this == WAITING || this == RUNNING;
  }

  static JobState of(String word) { return valueOf(word.toUpperCase(Locale.ROOT)); }
}
