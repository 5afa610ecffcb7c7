// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A steward asks for people.
 *
 * @param site whose organisers read it
 * @param place and {@code why}: empty once it is answered
 * @param call that was made of it
 * @param answer why there is none; empty while nobody said
 */
public record Wish(UUID id, UUID site, UUID by, Instant at, Reinforcement.Urgency urgency, String place, String why,
    Reinforcement.When when, State state, Optional<UUID> call, String answer) {

  /** What became of it. */
  public enum State {
    OPEN, CALLED, DECLINED;

    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether somebody is still to answer it. */
  public boolean open(Instant now) {
    return state == State.OPEN && now.isBefore(when.ends());
  }
}
