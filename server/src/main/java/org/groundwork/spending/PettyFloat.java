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
 * @param toCount whether something was spent of it since two last counted it
 * @param count a first count, which waits for a second person's own
 */
public record PettyFloat(UUID id, UUID fund, Optional<UUID> holder, boolean open, long holds, boolean toCount,
    Optional<Count> count) {

  /** Whether somebody carries it. */
  public boolean isOf(UUID person) { return holder.equals(Optional.of(person)); }

  /** A first count; its sum is told to nobody before the second. */
  public record Count(long sum, UUID by, LocalDate on) {}

  /** What went in or out of it. */
  public enum Kind {
    HANDED_OUT, SPENT, GIVEN_BACK,
    /** Two counted it, and it was right or was put right. */
    COUNTED,
    /** Something before was a mistake. */
    UNDONE;

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
   * @param entry of the books; empty for a count that was right
   * @param undone whether it was a mistake, and another undoes it
   */
  public record Move(UUID id, Kind kind, long amount, LocalDate on, Optional<UUID> account, String what,
      Optional<UUID> entry, boolean undone) {
    /** Whether it can be undone: a count is put right by the next one. */
    public boolean canBeUndone() {
      return !undone && kind != Kind.COUNTED && kind != Kind.UNDONE;
    }
  }
}
