// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import org.groundwork.action.Action;
import org.groundwork.action.Picket;
import org.groundwork.platform.web.View;

/**
 * What stands behind a number at a gate, for whoever runs the picket or sees to the gate.
 *
 * @param count the number
 * @param rows behind it, the latest first
 */
public record CountedPage(Action action, Picket.Gate gate, Picket.Tally what, int count, List<Picket.Counted> rows)
    implements
      View {
  public CountedPage { rows = List.copyOf(rows); }

  /** How many more were counted than are shown. */
  public int rest() { return Math.max(0, count - rows.size()); }

  /** What the shift of a row is called; empty for the whole time. */
  public String shift(Picket.Counted row) {
    return action.shift(row.shift()).map(Action.Shift::name).orElse("");
  }
}
