// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An entry as it stands in the books.
 *
 * @param reverses the entry that it undoes
 * @param reversedBy the entry that undoes it
 * @param by who entered it; empty for what the program did by itself
 * @param number within its month, once that is closed
 * @param people over how many people it is, where they are fewer than {@value Discreet#LEAST} and no member reads it by itself
 */
public record Entry(UUID id, LocalDate on, String what, Optional<Source> source, Optional<UUID> reverses,
    Optional<UUID> reversedBy, Instant at, Optional<UUID> by, OptionalInt number, OptionalInt people,
    List<Line> lines) {
  public Entry { lines = List.copyOf(lines); }
}
