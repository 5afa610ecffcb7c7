// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A day in court, or with whoever decides.
 *
 * @param unit the row of the book
 * @param label what the unit is called
 * @param result what came of it; empty while nobody wrote it down
 * @param crossed that it was wrong, or moved
 */
public record Hearing(UUID id, UUID step, UUID unit, String label, Instant at, String place, String result,
    Optional<Crossed> crossed) {

  /** Whether it is still to come. */
  public boolean comes(Instant now) {
    return crossed.isEmpty() && result.isEmpty() && at.isAfter(now);
  }
}
