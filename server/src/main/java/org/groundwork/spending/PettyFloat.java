// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody carries of the box.
 *
 * @param holder empty once they were forgotten
 * @param holds what should be in it, in minor units
 * @param count a first count, which waits for a second person's own
 */
public record PettyFloat(UUID id, UUID fund, Optional<UUID> holder, boolean open, long holds, Optional<Count> count) {

  /** Whether somebody carries it. */
  public boolean isOf(UUID person) { return holder.equals(Optional.of(person)); }

  /** A first count; its sum is told to nobody before the second. */
  public record Count(long sum, UUID by, LocalDate on) {}

  /** What went in or out of it. */
  public enum Kind {
    HANDED_OUT, SPENT, GIVEN_BACK,
    /** Two counted it, and it was right or was put right. */
    COUNTED;

    /** As the database and message keys have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
  }

  /**
   * Something that went in or out.
   *
   * @param amount above zero what went in
   * @param account what it was spent on
   * @param what in words; empty where nothing was said
   */
  public record Move(UUID id, Kind kind, long amount, LocalDate on, Optional<UUID> account, String what) {}
}
