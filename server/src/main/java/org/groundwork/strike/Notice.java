// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A paper that came to a unit and must be answered by a day.
 *
 * @param unit the row of the book
 * @param label what the unit is called
 * @param crossed that it was written down wrong
 */
public record Notice(UUID id, UUID step, UUID unit, String label, Kind kind, LocalDate received, LocalDate answerBy,
    Optional<LocalDate> answered, Optional<Crossed> crossed) {

  /** What it is. */
  public enum Kind {
    PAY_OR_QUIT, EVICTION, NO_RENEWAL, OTHER;

    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /** The one of a key; empty for a key of none. */
    public static Optional<Kind> known(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }
}
