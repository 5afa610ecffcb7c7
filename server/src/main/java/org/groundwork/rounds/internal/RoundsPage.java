// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Visits;

/**
 * Collecting rounds: those that are under way, handed in, counted.
 *
 * @param ready whether the books are open
 * @param more behind which of them there are more
 * @param showsDue whether stewards see how much is due
 */
public record RoundsPage(boolean ready, List<Row> rows, Optional<UUID> more, May may, boolean showsDue)
    implements
      View {

  public RoundsPage { rows = List.copyOf(rows); }

  /**
   * A round.
   *
   * @param place empty where it is of no place
   * @param own whether the reader carries it
   * @param waits how many receipts on it an officer looks at first
   */
  public record Row(Round round, String place, String steward, boolean own, Visits.Progress progress, int waits) {}

  /**
   * What the reader may do.
   *
   * @param begins begin one
   * @param keeps write down what stewards see
   */
  public record May(boolean begins, boolean keeps) {}

  /** Those on which something waits for the reader. */
  public List<Row> waiting() {
    return rows.stream().filter(row -> row.waits() > 0).toList();
  }

  /**
   * In which order their states are listed, behind those on which something waits: what is to be counted first, unless the
   * reader is going round.
   */
  public List<Round.State> order() {
    return rows.stream().anyMatch(row -> row.own() && row.round().open())
        ? List.of(Round.State.OPEN, Round.State.HANDED_IN, Round.State.COUNTED)
        : List.of(Round.State.HANDED_IN, Round.State.OPEN, Round.State.COUNTED);
  }

  /** The others that are in a state. */
  public List<Row> in(Round.State state) {
    return rows.stream().filter(row -> row.waits() == 0 && row.round().state() == state).toList();
  }
}
