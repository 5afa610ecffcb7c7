// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.groundwork.count.Ballots;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.CsvMapping.Shape;
import org.groundwork.count.internal.OneLine;

/**
 * Which column of a table is what.
 *
 * @param ballot the columns of the ballot, in order
 * @param numbers where columns are candidates, their numbers so far; otherwise empty
 * @param weight the column that says how many papers a row stands for, or {@link #UNKNOWN}
 * @param width how many columns the header has
 */
@SuppressWarnings("ArrayRecordComponent") // made once a file, read for every cell, compared with nothing
record CsvColumns(int[] ballot, int[] numbers, int weight, int width) {
  static final int UNKNOWN = -1;
  static final CsvColumns NONE = new CsvColumns(new int[0], new int[0], UNKNOWN, Integer.MAX_VALUE);

  /** Says that something is wrong with a cell. */
  interface Wrong {
    void with(long row, int cell, String message);
  }

  /** Learns from the first row which column is which; says what cannot be. */
  static CsvColumns of(CsvMapping mapping, Nominated nominated, long row, List<String> cells, Wrong wrong) {
    return new Header(mapping, nominated, row, cells, wrong).columns();
  }

  private record Header(CsvMapping mapping, Nominated nominated, long row, List<String> cells, Wrong wrong) {
    CsvColumns columns() {
      int first = mapping.first().map(this::column).orElse(0);
      int weight = mapping.weight().map(this::column).orElse(countColumn());
      Set<Integer> others = new HashSet<>();
      mapping.ignored().forEach(each -> others.add(column(each)));
      others.add(weight);
      int size = mapping.header() ? cells.size() : Ballots.MOST_CANDIDATES + others.size();
      int most = mapping.columns().orElse(mapping.header() ? size : Ballots.MOST_CANDIDATES);
      int[] ballot = IntStream.range(Math.max(0, first), size)
          .filter(each -> !others.contains(each))
          .limit(most)
          .toArray();
      if (first >= 0 && ballot.length < Math.max(1, mapping.columns().orElse(1))) {
        wrong.with(row, 0, "the header has " + ballot.length + " columns for the ballot, too few");
      }
      int[] numbers = mapping.shape() == Shape.CANDIDATES
          ? IntStream.of(ballot).map(each -> declared(each, cells.get(each))).toArray()
          : new int[0];
      return new CsvColumns(ballot, numbers, weight, mapping.header() ? size : Integer.MAX_VALUE);
    }

    /** Without a mapping a first column called count says how many equal papers a row stands for: nobody calls a rank so. */
    private int countColumn() {
      return mapping.equals(CsvMapping.USUAL) && cells.getFirst().strip().equalsIgnoreCase("count") ? 0 : UNKNOWN;
    }

    private int column(String named) {
      if (named.matches("[0-9]{1,5}")) {
        int column = Integer.parseInt(named) - 1;
        if (column < 0 || (mapping.header() && column >= cells.size())) {
          wrong.with(row, 0, "there is no column " + named + "; the header has " + cells.size());
        }
        return column;
      }
      int column = mapping.header() ? cells.stream().map(OneLine::of).toList().indexOf(OneLine.of(named)) : UNKNOWN;
      if (column < 0) {
        wrong.with(row, 0, "there is no column \"" + named + "\"");
      }
      return column;
    }

    private int declared(int column, String cell) {
      String name = OneLine.of(cell);
      if (mapping.labels().writeIn().contains(name)) {
        return nominated.last(CsvMapping.WRITE_INS);
      }
      int before = nominated.size();
      if (name.isEmpty() || name.length() > OneLine.LONGEST) {
        wrong.with(row, column, "a candidate's name has 1 to " + OneLine.LONGEST + " characters");
      } else if (!nominated.declare(name, name) || nominated.size() == before) {
        wrong.with(row, column, nominated.full()
            ? "there are more than " + Ballots.MOST_CANDIDATES + " candidates"
            : "\"" + name + "\" stands here for the second time");
      }
      return nominated.size();
    }
  }
}
