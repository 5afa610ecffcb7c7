// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who was asked, or came unasked.
 *
 * @param person absent once they are forgotten
 * @param wave in which they were asked; 0 for whoever came unasked
 * @param knowsPlace whether they were shown where
 * @param written whether they were told outside of these pages, by mail or by somebody's phone
 * @param seen whether they said that they have read the correction
 */
public record Asked(UUID id, UUID call, Optional<UUID> person, int wave, State state, boolean knowsPlace,
    boolean written, boolean seen) {

  /** What they answered. */
  public enum State {
    ASKED, COMING, WAITING, CANNOT, WITHDRAWN, HERE;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }

    /** Whether they are shown where, as long as anybody is. */
    public boolean comes() {
      return this == COMING || this == HERE;
    }
  }

  /** What came of an answer. */
  public enum Outcome {
    COMING, WAITING, WITHDRAWN, CANNOT, HERE, OVER;

    public String key() { return name().toLowerCase(Locale.ROOT); }
  }
}
