// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.rounds.Round;

/**
 * A steward's round: whom to see next, and what came of the others.
 *
 * @param said what was just written down, as a message key; may be empty
 */
public record RoundListPage(Round round, String place, List<RoundRow> rows, String said) implements View {
  public RoundListPage { rows = List.copyOf(rows); }

  /** How many were seen, or were not there. */
  public int done() {
    return (int) rows.stream().filter(row -> !row.toSee()).count();
  }
}
