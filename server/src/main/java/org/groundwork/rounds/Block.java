// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Numbers of receipts that one phone carries.
 *
 * @param id the list's, as the phone names it
 * @param by who took it along; absent once they were forgotten
 * @param revoked whether the phone was told to let go of the names
 * @param returned whether the phone said that nothing is left on it
 */
public record Block(UUID id, UUID round, int first, int last, Optional<UUID> by, UUID account, Instant at,
    boolean revoked, boolean returned) {
  /** Numbers beyond one for each person: for what is taken back at the door, and who pays twice. */
  public static final int SPARE = 20;

  /** Whether a number is among them. */
  public boolean has(int number) { return number >= first && number <= last; }

  /** Whether something may still be on the phone. */
  public boolean out() { return !returned; }
}
