// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** How far a payment is. */
public sealed interface Stage {
  /** Somebody did something on a day; empty for the program, or for whoever was forgotten. */
  record Act(Optional<UUID> by, LocalDate on) {}

  /** It waits for a second person. */
  record Asked() implements Stage {}

  /** It was sent back, and can be mended and asked for again. */
  record SentBack(String why) implements Stage {}

  /**
   * It is owed.
   *
   * @param released by whom it was released, where that was needed
   */
  record Approved(Act act, Optional<Act> released) implements Stage {}

  /** It was paid. */
  record Paid(Act approved, Optional<Act> released, Act act, From from) implements Stage {}

  /** Whoever asked does not want it any more. */
  record Withdrawn() implements Stage {}

  /** As message keys have it. */
  default String key() {
    return switch (this) {
      case Asked _ -> "asked";
      case SentBack _ -> "sent-back";
      case Approved _ -> "approved";
      case Paid _ -> "paid";
      case Withdrawn _ -> "withdrawn";
    };
  }
}
