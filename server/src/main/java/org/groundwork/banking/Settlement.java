// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a line was taken for.
 *
 * @param entry the entry of the books; empty for a line that is the same as another, or was in the books before
 * @param on the day of the entry
 * @param words why it is held, or what was written to the entry by hand
 * @param undone whether that was taken back
 * @param payment the payment of dues that it is, or takes back
 * @param who whose that is; empty where it is about nobody
 */
public record Settlement(UUID id, Kind kind, Proposal.How how, Optional<UUID> entry, Optional<LocalDate> on,
    String words, boolean undone, List<Part> parts, Optional<UUID> payment,
    String who) {

  public Settlement { parts = List.copyOf(parts); }

  /** What became of the line's amount. */
  public enum Kind {
    ENTERED, HELD, TWICE,
    /** It is somebody's dues. */
    DUES,
    /** It takes back somebody's dues. */
    RETURNED,
    /** It is in the books already, by entries that were there before. */
    KNOWN,
    /** Somebody gave it; what is known of that stands with the gifts. */
    GIFT;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Kind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }
}
