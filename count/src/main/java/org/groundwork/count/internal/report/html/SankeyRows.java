// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groundwork.count.Round;
import org.groundwork.count.Votes;
import org.groundwork.count.internal.report.Account;

/**
 * Who has a row of their own in the diagram: everybody where they are few; else those who ever had the most, and the others
 * share one. The last row is nobody's.
 */
final class SankeyRows {
  private static final int MOST = 40;
  private static final int CHOSEN = 30;
  private final Sheet sheet;
  private final List<Integer> own;
  private final int[] rowOf;
  private final int others;

  SankeyRows(Sheet sheet) {
    this.sheet = sheet;
    own = chosen(sheet);
    others = sheet.order().size() - own.size();
    rowOf = new int[sheet.outcome().election().candidates().size() + 1];
    java.util.Arrays.fill(rowOf, others > 0 ? own.size() : nobody());
    rowOf[0] = nobody();
    for (int row = 0; row < own.size(); row++) {
      rowOf[own.get(row)] = row;
    }
  }

  private static List<Integer> chosen(Sheet sheet) {
    if (sheet.order().size() <= MOST) {
      return sheet.order();
    }
    var best = new long[sheet.outcome().election().candidates().size() + 1];
    for (Round round : sheet.rounds()) {
      round.standings()
          .forEach(each -> best[each.candidate()] = Math.max(best[each.candidate()], each.votes().units()));
    }
    List<Integer> strongest = sheet.order()
        .stream()
        .sorted(Comparator.comparing((Integer each) -> sheet.electedIn(each) == 0)
            .thenComparing((Integer each) -> best[each], Comparator.reverseOrder()))
        .limit(CHOSEN)
        .toList();
    return sheet.order().stream().filter(strongest::contains).toList();
  }

  /** How many rows, that of nobody counted. */
  int size() { return nobody() + 1; }

  /** The last row. */
  int nobody() { return own.size() + (others > 0 ? 1 : 0); }

  /** How many candidates share a row. */
  int others() { return others; }

  /** The candidate of a row; 0 where it is that of several or of nobody. */
  int candidate(int row) {
    return row < own.size() ? own.get(row) : 0;
  }

  /** What a row is called. */
  String label(int row) {
    return row < own.size() ? sheet.name(own.get(row)) : row == nobody() ? "exhausted" : others + " others";
  }

  /** The votes of each row after a round, in units of the last decimal. */
  long[] units(Round round) {
    var units = new long[size()];
    units[nobody()] = round.exhausted().units();
    round.standings().forEach(each -> units[rowOf[each.candidate()]] += each.votes().units());
    return units;
  }

  /** Whether anybody of a row is still in, or holds votes, after a round. */
  boolean there(Round round, int row) {
    if (row >= own.size()) {
      return units(round)[row] > 0;
    }
    return Account.votes(round, own.get(row)).units() > 0 || sheet.outIn(own.get(row)) == 0
        || sheet.outIn(own.get(row)) > round.number();
  }

  /**
   * What moved in a round from row to row, also what stayed where it was; the key is {@code from * size + to}. Nothing moves
   * from row to row where the rule does not say whose votes went to whom: see {@link #tellsWhereTo}.
   */
  SortedMap<Integer, Long> flows(Round round, Round before) {
    var flows = new TreeMap<Integer, Long>();
    long[] now = units(round);
    long[] had = units(before);
    long[] came = new long[size()];
    for (Round.Transfer each : round.transfers()) {
      int from = rowOf[each.from()];
      int to = rowOf[each.to()];
      if (from != to && each.votes().units() > 0) {
        flows.merge(from * size() + to, each.votes().units(), Long::sum);
        came[to] += each.votes().units();
      }
    }
    for (int row = 0; row < now.length; row++) {
      long stays = Math.min(had[row], now[row] - came[row]);
      if (stays > 0) {
        flows.put(row * size() + row, stays);
      }
    }
    return flows;
  }

  /** Whether the rounds say whose votes went to whom; with Meek's rule all papers are gone through anew. */
  static boolean tellsWhereTo(Sheet sheet) {
    return !(sheet.outcome().rule() instanceof org.groundwork.count.Rule.Meek);
  }

  /** A table of what moved, for whoever cannot see the picture. */
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    int decimals = sheet.last().exhausted().decimals();
    for (int at = 1; at < sheet.rounds().size(); at++) {
      Round round = sheet.rounds().get(at);
      flows(round, sheet.rounds().get(at - 1)).forEach((key, units) -> {
        if (key / size() != key % size()) {
          lines.add(new Line(round.number(), label(key / size()), label(key % size()), new Votes(units, decimals)));
        }
      });
    }
    return lines;
  }

  /** Votes that moved in a round. */
  record Line(int round, String from, String to, Votes votes) {}
}
