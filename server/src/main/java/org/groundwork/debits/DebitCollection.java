// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Dues collected of many on one day.
 *
 * @param due the day on which members' accounts are charged
 * @param made the day on which members were told
 * @param job the work on it, under way or done
 * @param items how many payments it has; once there is a file, those in the file
 * @param sum what they come to, in cents
 * @param message the file's identifier, once there is one
 * @param taken the day on which the bank booked it
 */
public record DebitCollection(UUID id, State state, LocalDate due, LocalDate made, Optional<UUID> job, int items,
    long sum, Optional<String> message, Optional<Instant> filed, Optional<LocalDate> taken) {

  /** How far it is. */
  public enum State {
    /** Payments are written down and members told. */
    MAKING,
    /** Members were told; there is no file yet. */
    MADE,
    /** The file is there for the bank. */
    FILED,
    /** What the bank booked goes into the books. */
    TAKING,
    /** It is in the books. */
    COLLECTED,
    /** It does not take place. */
    DROPPED;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether its file can still be made: not on the day itself, when it is too late for the bank. */
  public boolean canBeFiled(LocalDate today) {
    return state == State.MADE && today.isBefore(due);
  }

  /** Whether the bank may have booked it. */
  public boolean isDue(LocalDate today) {
    return state == State.FILED && !today.isBefore(due);
  }
}
