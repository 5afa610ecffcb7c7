// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.List;
import java.util.Map;
import org.groundwork.organizing.Reply;

/**
 * Where the answers to a rung stand on the chart as it is now.
 *
 * @param pledged homes or people that gave their word, with a condition that holds or not, or without one
 * @param of homes or jobs of the chart
 * @param parts part by part, in the order of the chart; not to be shown as they are
 * @param said how many people of the chart gave each answer
 * @param homes whether homes count, and not people
 */
public record Standing(Solver.Solved solved, int pledged, int of, List<PartCount> parts, Map<Reply, Integer> said,
    boolean homes) {
  public Standing {
    parts = List.copyOf(parts);
    said = Map.copyOf(said);
  }

  /** The parts as they may be shown. */
  public List<PartCount> shown() { return PartCount.merged(parts); }

  /** How many people of the chart have answered. */
  public int answered() {
    return said.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many gave this answer. */
  public int said(Reply reply) { return said.getOrDefault(reply, 0); }
}
