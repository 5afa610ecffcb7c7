// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.count.Election;
import org.groundwork.count.Lots;
import org.groundwork.count.Marks;
import org.groundwork.count.Marks.Several;
import org.groundwork.count.Outcome;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Rule;
import org.groundwork.count.Rule.Ties;
import org.groundwork.count.internal.Rankings;

/**
 * Schulze's method with winning votes, and losing votes where those are equal: how many papers prefer one to another, the strength of the strongest path of such
 * preferences, and whoever has the stronger path to the other is ahead (Schulze 2011, sections 2.2 and 2.3).
 */
public final class SchulzeCount {
  private static final Marks EQUAL = new Marks(Several.SHARE, Marks.ANY, false);
  /** Less than any link; papers fit in 32 bits. */
  private static final long NO_LINK = Long.MIN_VALUE;
  private static final long ALL_BITS = 0xFFFF_FFFFL;
  private final Election election;
  private final Rankings rankings;
  private final Standing standing;
  private final TieBreaks ties;
  private final int[] standingNumbers;
  /** Rows and columns are places in {@link #standingNumbers}. */
  private final long[][] preferring;

  private SchulzeCount(Election election, Lots lots) {
    this.election = election;
    rankings = Rankings.of(election, EQUAL);
    standing = new Standing(election, 0, 0);
    ties = new TieBreaks(Ties.LOT, lots, standing);
    standingNumbers = standing.continuing().stream().mapToInt(Integer::intValue).toArray();
    preferring = new long[standingNumbers.length][standingNumbers.length];
  }

  /** Counts. */
  public static Outcome of(Election election, Rule.Schulze rule, Lots lots) {
    var count = new SchulzeCount(election, lots);
    count.run();
    return new Outcome(election, rule, lots, count.rankings.papers(), count.standing.elected(),
        count.standing.rounds());
  }

  private void run() {
    new Comparing().all();
    long[][] paths = strongestPaths();
    int[] beaten = new int[standingNumbers.length];
    for (int one = 0; one < beaten.length; one++) {
      for (int other = 0; other < beaten.length; other++) {
        beaten[one] += paths[one][other] > paths[other][one] ? 1 : 0;
      }
      standing.credit(standingNumbers[one], beaten[one]);
    }
    if (rankings.papers().valid() > 0 || standing.eligible().size() <= election.seats()) {
      elect(paths);
    }
    standing.stage(new Event.Pairs(whole(preferring), whole(favoured(paths))), Optional.empty(), List.of());
  }

  /** Whoever nobody left is ahead of comes first; then the same among the others. */
  private void elect(long[][] paths) {
    List<Integer> eligible = standing.eligible();
    List<Integer> left = new ArrayList<>(
        IntStream.range(0, standingNumbers.length)
            .boxed()
            .filter(at -> eligible.contains(standingNumbers[at]))
            .toList());
    while (!left.isEmpty() && standing.elected().size() < election.seats()) {
      List<Integer> ahead = left.stream()
          .filter(one -> left.stream().noneMatch(other -> paths[other][one] > paths[one][other]))
          .toList();
      ties.elect(ahead.stream().map(at -> standingNumbers[at]).toList(), election.seats() - standing.elected().size());
      left.removeAll(ahead);
    }
  }

  /**
   * How strong a link is: more papers in its favour, then fewer against it. One number, so that the stronger is the larger;
   * {@link #NO_LINK} where no more are in favour than against.
   */
  private static long strength(long favour, long against) {
    return favour > against ? (favour << Integer.SIZE | ALL_BITS - against) ^ Long.MIN_VALUE : NO_LINK;
  }

  /** The papers in favour of a link. */
  private static long favour(long strength) {
    return (strength ^ Long.MIN_VALUE) >>> Integer.SIZE;
  }

  private long[][] strongestPaths() {
    int many = standingNumbers.length;
    var paths = new long[many][many];
    for (int from = 0; from < many; from++) {
      for (int to = 0; to < many; to++) {
        paths[from][to] = strength(preferring[from][to], preferring[to][from]);
      }
    }
    for (int over = 0; over < many; over++) {
      for (int from = 0; from < many; from++) {
        long first = paths[from][over];
        for (int to = 0; to < many; to++) {
          if (to != from) {
            paths[from][to] = Math.max(paths[from][to], Math.min(first, paths[over][to]));
          }
        }
      }
    }
    return paths;
  }

  private static long[][] favoured(long[][] paths) {
    return Arrays.stream(paths)
        .map(row -> Arrays.stream(row).map(SchulzeCount::favour).toArray())
        .toArray(long[][]::new);
  }

  /** With a row and a column for each candidate, also those who have withdrawn. */
  private List<List<Long>> whole(long[][] square) {
    int many = election.candidates().size();
    var place = new int[many + 1];
    Arrays.fill(place, -1);
    for (int at = 0; at < standingNumbers.length; at++) {
      place[standingNumbers[at]] = at;
    }
    var rows = new ArrayList<List<Long>>(many);
    for (int row = 1; row <= many; row++) {
      var cells = new ArrayList<Long>(many);
      for (int column = 1; column <= many; column++) {
        cells.add(place[row] < 0 || place[column] < 0 ? 0L : (Long) square[place[row]][place[column]]);
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Counts, for each two candidates, the papers that put the first above the second; whoever is not marked stands last. */
  private final class Comparing {
    private final int[] place = new int[election.candidates().size() + 1];
    private final int[] order = new int[standingNumbers.length];
    private final boolean[] marked = new boolean[standingNumbers.length];

    Comparing() {
      for (int at = 0; at < standingNumbers.length; at++) {
        place[standingNumbers[at]] = at;
      }
    }

    void all() {
      for (int line = 0; line < rankings.size(); line++) {
        if (rankings.end(line) > rankings.start(line)) {
          paper(line, rankings.weight(line));
        }
      }
    }

    private void paper(int line, int weight) {
      Arrays.fill(marked, false);
      int many = 0;
      for (int at = rankings.start(line); at < rankings.end(line); at++) {
        order[many] = place[Math.abs(rankings.choice(at))];
        marked[order[many++]] = true;
      }
      int named = many;
      for (int each = 0; each < marked.length; each++) {
        if (!marked[each]) {
          order[many++] = each;
        }
      }
      int start = rankings.start(line);
      for (int at = 0; at < named; at++) {
        int below = at + 1;
        while (below < named && rankings.choice(start + below) < 0) {
          below++;
        }
        long[] row = preferring[order[at]];
        for (int other = below; other < many; other++) {
          row[order[other]] += weight;
        }
      }
    }
  }
}
