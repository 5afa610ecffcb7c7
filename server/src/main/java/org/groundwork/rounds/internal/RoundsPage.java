// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;
import org.groundwork.rounds.Visits;

/**
 * Collecting rounds: those that are under way, handed in, counted.
 *
 * @param ready whether the books are open
 * @param begins whether the reader may begin one
 * @param keeps whether the reader writes down what stewards see
 * @param showsDue whether stewards see how much is due
 */
public record RoundsPage(boolean ready, List<Row> rows, boolean begins, boolean keeps, boolean showsDue)
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

  /** Those in a state. */
  public List<Row> in(Round.State state) {
    return rows.stream().filter(row -> row.round().state() == state).toList();
  }
}
