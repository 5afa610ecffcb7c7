// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Dues that somebody paid.
 *
 * @param person whoever paid; absent once their record was deleted
 * @param amount in minor units
 * @param fee what a bank or service kept of it
 * @param ahead what of it no charge has taken yet
 * @param undone the day it was taken back, by the bank or because it was wrong
 * @param beyond what of it is more than may be paid ahead, and goes back
 * @param beyondBack the day that it did
 */
public record Payment(UUID id, Optional<UUID> person, LocalDate on, long amount, long fee, Way way, long ahead,
    String receipt,
    UUID entry, Optional<LocalDate> undone, String note, long beyond, Optional<LocalDate> beyondBack) {

  /** Whether something of it is held to go back. */
  public boolean beyondHeld() {
    return beyond > 0 && beyondBack.isEmpty() && undone.isEmpty();
  }

  /** Whether a part of it was given back as more than may be paid ahead: the whole cannot be taken back any more. */
  public boolean wentBack() {
    return beyondBack.isPresent();
  }
}
