// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of the local's limits, which every member reads.
 *
 * @param before the limits when it was asked for
 * @param wanted the limits that are asked for
 * @param askedBy empty once they were forgotten
 * @param decidedBy who said yes, or took it back; empty while it waits, and once they were forgotten
 * @param decidedAt empty while it waits
 */
public record RulesChange(UUID id, Rules before, Rules wanted, State state, Optional<UUID> askedBy, Instant askedAt,
    Optional<UUID> decidedBy, Optional<Instant> decidedAt) {

  /** How far it is. */
  public enum State {
    /** It waits for a second officer. */
    ASKED,
    /** A second officer said yes, and from then on it held. */
    AGREED,
    /** It was taken back, or a second officer did not want it. */
    WITHDRAWN;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether somebody asked for it. */
  public boolean asked(UUID person) { return askedBy.equals(Optional.of(person)); }
}
