// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

/** How ballots lie on the lines of a file in which ends of lines may say nothing. */
final class BltScatter {
  private int ballots;
  private int alone;
  private int lastLine;
  private boolean lastAlone;
  private boolean joined;

  /** @param line where what stands before the ballots ends */
  BltScatter(int line) { lastLine = line; }

  /** Notes a ballot from its first line to its last, and whether the 0 that ended it begins a line. */
  void ballot(int from, int to, boolean endBeginsALine) {
    next(from);
    joined |= endBeginsALine;
    lastAlone = from == to && from > lastLine;
    alone += lastAlone ? 1 : 0;
    lastLine = to;
    ballots++;
  }

  /** Notes the 0 behind all ballots. */
  void end(int line) { next(line); }

  private void next(int line) {
    joined |= line == lastLine;
    alone -= lastAlone && line == lastLine ? 1 : 0;
    lastAlone = false;
  }

  int ballots() { return ballots; }

  /**
   * Whether ends of lines really say nothing: most ballots have no line for themselves, and something stands on a line with
   * what was before it, or the 0 of a ballot begins a line. A file with one item a line in which some 0 was lost is not so.
   */
  boolean certain() { return joined && (ballots == 0 || 2 * alone < ballots); }
}
