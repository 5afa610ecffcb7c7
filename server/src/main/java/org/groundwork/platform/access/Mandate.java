// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's time-limited hold on a role. Every permission in the product comes from one of these and ends with it.
 *
 * @param person the holder's record in this local
 * @param until when it ends by itself; there is no mandate without an end
 * @param source what it rests on: a founding, an appointment, an election
 */
public record Mandate(UUID id, UUID person, Role role, Reach reach, Instant from, Instant until, SubjectRef source) {

  /** Whether this mandate is in force at {@code instant}. */
  public boolean inForceAt(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}
