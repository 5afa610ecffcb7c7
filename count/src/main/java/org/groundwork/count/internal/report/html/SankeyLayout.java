// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.groundwork.count.Round;
import org.groundwork.count.internal.Exactly;

/** Where everything of the diagram lies, in tenths of a pixel, reckoned in integers. */
final class SankeyLayout {
  /** From one column to the next. */
  static final int STEP = 1_800;
  /** Room for names before the first column. */
  static final int LEFT = 1_900;
  /** How broad a box is. */
  static final int BOX = 140;
  private static final int HEAD = 620;
  private static final int BODY = 4_400;
  private static final int GAP = 70;
  private static final int PITCH = 190;
  private static final int THINNEST = 8;
  private final SankeyRows rows;
  private final List<Round> rounds;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Ribbon> ribbons = new ArrayList<>();
  private final int[][] tops;
  private final long total;
  private int bottom = HEAD;
  private int height;

  /** A box: the votes of a row after a round. The row is {@link SankeyRows#size} for votes on their way. */
  record Box(int row, Round round, int left, int top, int height, long units) {}

  /** What moved, or stayed, from the box at its left to that at its right. */
  record Ribbon(int from, int to, Round round, int left, int leftTop, int right, int rightTop, int height,
      long units) {}

  SankeyLayout(SankeyRows rows, List<Round> rounds) {
    this.rows = rows;
    this.rounds = rounds;
    tops = new int[rounds.size()][rows.size()];
    total = Math.max(1, rounds.stream().mapToLong(each -> Arrays.stream(rows.units(each)).sum()).max().orElse(1));
    for (int column = 0; column < rounds.size(); column++) {
      stack(column);
    }
    height = bottom;
    for (int column = 0; column < rounds.size(); column++) {
      nobody(column);
    }
    for (int column = 1; column < rounds.size(); column++) {
      ribbons(column);
    }
  }

  List<Box> boxes() { return boxes; }

  List<Ribbon> ribbons() { return ribbons; }

  int width() { return left(rounds.size() - 1) + STEP + 4 * GAP; }

  int height() { return height + GAP; }

  static int left(int column) { return LEFT + column * STEP; }

  private int scaled(long units) { return (int) Exactly.timesOver(units, BODY, total); }

  private void stack(int column) {
    Round round = rounds.get(column);
    long[] units = rows.units(round);
    int top = HEAD;
    for (int row = 0; row < rows.nobody(); row++) {
      tops[column][row] = top;
      if (rows.there(round, row)) {
        int high = Math.max(THINNEST, scaled(units[row]));
        boxes.add(new Box(row, round, left(column), top, high, units[row]));
        top += Math.max(high + GAP, PITCH);
      }
    }
    bottom = Math.max(bottom, top + (units[rows.nobody()] > 0 ? Math.max(scaled(units[rows.nobody()]), PITCH) : 0));
  }

  /** At the bottom of the column. */
  private void nobody(int column) {
    long units = rows.units(rounds.get(column))[rows.nobody()];
    int high = Math.max(THINNEST, scaled(units));
    tops[column][rows.nobody()] = bottom - Math.max(high, PITCH / 2);
    if (units > 0) {
      boxes.add(
          new Box(rows.nobody(), rounds.get(column), left(column), tops[column][rows.nobody()], high, units));
    }
  }

  private void ribbons(int column) {
    var out = new long[rows.size()];
    var in = new long[rows.size()];
    Round round = rounds.get(column);
    for (Map.Entry<Integer, Long> flow : rows.flows(round, rounds.get(column - 1)).entrySet()) {
      int from = flow.getKey() / rows.size();
      int to = flow.getKey() % rows.size();
      long units = flow.getValue();
      ribbons.add(new Ribbon(from, to, round, left(column - 1) + BOX, tops[column - 1][from] + scaled(out[from]),
          left(column), tops[column][to] + scaled(in[to]), Math.max(THINNEST, scaled(units)), units));
      out[from] += units;
      in[to] += units;
    }
    pool(column, out, in);
  }

  /** What left a box, or came to it, without being said where to or where from, meets under the columns. */
  private void pool(int column, long[] out, long[] in) {
    Round round = rounds.get(column);
    long[] had = rows.units(rounds.get(column - 1));
    long[] now = rows.units(round);
    long came = 0;
    for (int row = 0; row < rows.size(); row++) {
      came += now[row] - in[row];
    }
    if (came <= 0) {
      return;
    }
    int left = left(column) - STEP / 2;
    int top = bottom + PITCH;
    boxes.add(new Box(rows.size(), round, left, top, Math.max(THINNEST, scaled(came)), came));
    height = Math.max(height, top + scaled(came) + PITCH);
    long before = 0;
    long after = 0;
    for (int row = 0; row < rows.size(); row++) {
      long goes = had[row] - out[row];
      long comes = now[row] - in[row];
      if (goes > 0) {
        ribbons
            .add(new Ribbon(row, rows.size(), round, left(column - 1) + BOX, tops[column - 1][row] + scaled(out[row]),
                left, top + scaled(before), Math.max(THINNEST, scaled(goes)), goes));
      }
      if (comes > 0) {
        ribbons.add(new Ribbon(rows.size(), row, round, left + BOX, top + scaled(after), left(column),
            tops[column][row] + scaled(in[row]), Math.max(THINNEST, scaled(comes)), comes));
      }
      before += Math.max(0, goes);
      after += Math.max(0, comes);
    }
  }
}
