// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** The outcome of changing a campaign that somebody else may be changing too. */
public sealed interface Amended {

  /** It is as asked, now or already before. */
  record Done() implements Amended {}

  /** Somebody changed it after it was read; nothing of this change was saved. What it is now comes along. */
  record ChangedMeanwhile(Campaign.Core now) implements Amended {}

  /**
   * Nothing was saved: it takes a reason, and none was given.
   *
   * @param missing what does not hold before the rung that would be first
   * @param lowered numbers of tests that run
   */
  record TakesAReason(List<Rung.Missing> missing, List<Lower> lowered) implements Amended {
    public TakesAReason {
      missing = List.copyOf(missing);
      lowered = List.copyOf(lowered);
    }

    /** Whether there is anything that takes one. */
    boolean any() { return !missing.isEmpty() || !lowered.isEmpty(); }
  }

  /**
   * A lower number for a test that runs.
   *
   * @param becomes absent if no number is to be asked any more
   */
  record Lower(UUID step, String what, int was, OptionalInt becomes) {}

  /** It stays as it was, for a reason: {@code not-open}, {@code no-demand}, {@code no-plan}, {@code no-outcome}
   * and others that the callers name. */
  record Refused(String reason) implements Amended {}
}
