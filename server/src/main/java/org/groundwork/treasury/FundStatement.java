// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.List;
import org.groundwork.ledger.Fund;

/** How the funds went on in some months. */
public record FundStatement(Span span, List<Row> rows) {
  public FundStatement { rows = List.copyOf(rows); }

  /**
   * One fund, in minor units.
   *
   * @param start what was its own before the months, and what was there when the books were opened if that is within them
   * @param moved what came from other funds, less what went to them
   * @param owed how much of what is its own members have not paid yet
   */
  public record Row(Fund fund, long start, long cameIn, long spent, long moved, long owed) {

    /** What is its own at the end. */
    public long end() {
      return Math.addExact(Math.subtractExact(Math.addExact(start, cameIn), spent), moved);
    }

    /** What it can spend: what members have not paid yet is no money. */
    public long canSpend() {
      return Math.subtractExact(end(), owed);
    }

    boolean moves() { return start != 0 || cameIn != 0 || spent != 0 || moved != 0; }
  }

  /** All funds together. */
  public long end() { return rows.stream().mapToLong(Row::end).reduce(0, Math::addExact); }
}
