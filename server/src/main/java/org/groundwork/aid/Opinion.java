// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody of the committee says to a request.
 *
 * @param counted whether it is one of the two that decided it
 */
public record Opinion(UUID member, Saying saying, boolean counted) {

  /** Yes to an amount, or no. */
  public sealed interface Saying {

    /** So much, in minor units. */
    record Yes(long amount) implements Saying {}

    /** Nothing, and why. */
    record No(Because because, String words) implements Saying {}
  }

  /** What is asked for by who says yes. */
  public Optional<Long> amount() {
    return saying instanceof Saying.Yes(long amount) ? Optional.of(amount) : Optional.empty();
  }
}
