// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A table of what members owed and had paid ahead when the books began.
 *
 * @param due when what is owed is due where a row does not say
 * @param taking how many rows are taken, or will be
 * @param refused how many are not
 * @param owed what these owe in all, in minor units
 * @param ahead what these had paid ahead in all, in minor units
 * @param on the day under which it stands in the books; absent before it is taken
 * @param changed when it last came further
 */
public record BroughtFile(UUID id, State state, LocalDate due, int taking, int refused, long owed, long ahead,
    Optional<UUID> job, Optional<LocalDate> on, Instant changed) {

  /** How far it is. */
  public enum State {
    LOOKING, READY, TAKING, TAKEN, DROPPED;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
  }

  /**
   * A row.
   *
   * @param person whose it is; absent where it is refused
   * @param byName whether nothing but the whole name says so
   * @param due when it is due; absent where nothing is owed, or it was no day
   * @param refused why it is not taken, as the texts have it; empty where it is
   * @param undone the day it was taken back
   */
  public record Row(int line, Optional<UUID> person, boolean byName, long owed, long ahead, Optional<LocalDate> due,
      String refused, Optional<LocalDate> undone) {}

  /**
   * Some rows in the order of the file.
   *
   * @param last the line behind which the next ones are; absent if there are none
   */
  public record Page(List<Row> rows, Optional<Integer> last) {
    public Page { rows = List.copyOf(rows); }
  }
}
