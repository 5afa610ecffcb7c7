// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.util.OptionalInt;

/**
 * How strong a campaign is on its chart, the boss's side left out.
 *
 * @param known homes where somebody is known; at a workplace, people known
 * @param talked how many of those somebody has talked to; absent while nobody keeps conversations
 * @param total homes, or jobs
 */
public record Readiness(int known, OptionalInt talked, int total) {

  /** More than half of the chart. */
  public boolean majority() { return 2L * known > total; }

  /** The fewest that are more than half. */
  public int leastMajority() { return total / 2 + 1; }

  /** How many of a hundred are known, rounded down: a majority is never made by rounding. */
  public int percent() {
    return total == 0 ? 0 : (int) (100L * known / total);
  }
}
