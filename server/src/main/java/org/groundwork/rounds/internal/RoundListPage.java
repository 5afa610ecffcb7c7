// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * A steward's round: whom to see next, and what came of the others.
 *
 * @param said what was just written down, as a message key; may be empty
 * @param given the receipt that was just given, where its own page is not shown
 */
public record RoundListPage(Round round, String place, List<RoundRow> rows, String said, Optional<Given> given)
    implements
      View {
  /**
   * A receipt.
   *
   * @param number empty while it has none
   * @param waits whether an officer looks at it first
   */
  public record Given(String number, boolean waits) {}

  public RoundListPage { rows = List.copyOf(rows); }

  /** How many were seen, or were not there. */
  public int done() {
    return (int) rows.stream().filter(row -> !row.toSee()).count();
  }
}
