// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is asked on a round.
 *
 * @param person absent once they were forgotten
 * @param unit their door or department when the round began
 * @param place the order in which the doors stand
 */
public record Visit(UUID id, UUID round, Optional<UUID> person, Optional<UUID> unit, int place, State state) {

  /** What came of it. */
  public enum State {
    TO_SEE, PAID, NOT_NOW, NOT_THERE;

    /** As the database and message keys have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }
}
