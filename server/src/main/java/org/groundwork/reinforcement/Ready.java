// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said about being called.
 *
 * @param site where they usually are
 * @param area or the part of town, as typed; empty for none
 * @param slots when they can: see {@link Slots}
 * @param can what they can do: the bits of {@link Reinforcement.Need}
 */
public record Ready(Optional<UUID> site, String area, int slots, int can) {

  /** Whether they can do what a need asks. */
  public boolean can(Reinforcement.Need need) {
    return (can & need.bit()) != 0;
  }
}
