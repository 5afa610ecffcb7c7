// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.groundwork.count.Ballots;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.CsvMapping.Shape;
import org.groundwork.count.internal.OneLine;

/** Makes papers of the cells of a row. */
final class CsvCells {
  private static final int UNKNOWN = -1;

  private final CsvMapping mapping;
  private final Nominated nominated;
  private final Places places;
  private final Defects defects;
  private final Optional<Pattern> several;
  private final Ballots.Builder ballots = new Ballots.Builder();
  /** The columns of the ballot, in order. */
  private int[] columns = new int[0];
  private int[] numbers = new int[0];
  private int weight = UNKNOWN;
  private int width = Integer.MAX_VALUE;

  CsvCells(CsvMapping mapping, Nominated nominated, Places places, Defects defects) {
    this.mapping = mapping;
    this.nominated = nominated;
    this.places = places;
    this.defects = defects;
    this.several = mapping.labels().several().map(each -> Pattern.compile(Pattern.quote(each)));
  }

  Ballots papers() { return ballots.build(); }

  /** Learns from the first row which column is which; false if that cannot be. */
  boolean header(long row, List<String> cells) {
    int first = mapping.first().map(each -> column(row, cells, each)).orElse(0);
    weight = mapping.weight().map(each -> column(row, cells, each)).orElse(UNKNOWN);
    Set<Integer> others = new HashSet<>();
    mapping.ignored().forEach(each -> others.add(column(row, cells, each)));
    others.add(weight);
    int size = mapping.header() ? cells.size() : Ballots.MOST_CANDIDATES + others.size();
    int most = mapping.columns().orElse(mapping.header() ? size : Ballots.MOST_CANDIDATES);
    columns = IntStream.range(Math.max(0, first), size).filter(each -> !others.contains(each)).limit(most).toArray();
    width = mapping.header() ? size : width;
    if (defects.none() && (columns.length == 0 || columns.length < mapping.columns().orElse(1))) {
      defect(row, 0, "the header has " + columns.length + " columns for the ballot, too few");
    }
    if (mapping.shape() == Shape.CANDIDATES) {
      numbers = IntStream.of(columns).map(each -> declared(row, each, cells.get(each))).toArray();
    }
    return defects.none();
  }

  private int column(long row, List<String> header, String named) {
    if (named.matches("[0-9]{1,5}")) {
      int column = Integer.parseInt(named) - 1;
      if (column < 0 || (mapping.header() && column >= header.size())) {
        defect(row, 0, "there is no column " + named + "; the header has " + header.size());
      }
      return column;
    }
    int column = mapping.header() ? header.stream().map(OneLine::of).toList().indexOf(OneLine.of(named)) : UNKNOWN;
    if (column < 0) {
      defect(row, 0, "there is no column \"" + named + "\"");
    }
    return column;
  }

  private int declared(long row, int column, String cell) {
    String name = OneLine.of(cell);
    if (mapping.labels().writeIn().contains(name)) {
      return nominated.last(CsvMapping.WRITE_INS);
    }
    int before = nominated.size();
    if (name.isEmpty() || name.length() > OneLine.LONGEST) {
      defect(row, column, "a candidate's name has 1 to " + OneLine.LONGEST + " characters");
    } else if (!nominated.declare(name, name) || nominated.size() == before) {
      defect(row, column, nominated.full()
          ? "there are more than " + Ballots.MOST_CANDIDATES + " candidates"
          : "\"" + name + "\" stands here for the second time");
    }
    return nominated.size();
  }

  /** Whether a row is only blanks without a separator, and so no paper. */
  boolean nothing(List<String> cells) {
    return cells.size() == 1 && columns.length > 1 && cells.getFirst().isBlank();
  }

  /** A row whose columns are ranks. */
  void ranks(long row, List<String> cells) {
    int papers = papers(row, cells);
    int skipped = 0;
    boolean good = papers > 0 && within(row, cells);
    for (int at = 0; good && at < columns.length && columns[at] < cells.size(); at++) {
      String cell = cells.get(columns[at]).strip();
      if (cell.isEmpty() || mapping.labels().skipped().contains(cell)) {
        skipped++;
        continue;
      }
      for (; skipped > 0; skipped--) {
        ballots.skip();
      }
      if (mapping.labels().overvote().contains(cell)) {
        ballots.overvote();
        continue;
      }
      good = rank(row, columns[at], cell);
    }
    end(row, good, papers);
  }

  private boolean rank(long row, int column, String cell) {
    boolean first = true;
    for (String each : several.map(by -> by.split(cell)).orElse(new String[]{cell})) {
      String name = OneLine.of(each);
      if (name.isEmpty()) {
        continue;
      }
      int number = mapping.labels().writeIn().contains(name)
          ? nominated.last(CsvMapping.WRITE_INS)
          : number(row, column, name);
      if (number == 0) {
        defect(row, column, "there are more than " + Ballots.MOST_CANDIDATES + " candidates");
      }
      if (number <= 0) {
        return false;
      }
      if (first) {
        ballots.rank(number);
      } else {
        ballots.same(number);
      }
      first = false;
    }
    if (first) {
      ballots.skip();
    }
    return true;
  }

  /** The number of a candidate; 0 if there are too many, {@link #UNKNOWN} if it is nobody. */
  private int number(long row, int column, String name) {
    if (name.length() > OneLine.LONGEST) {
      defect(row, column, "a candidate's name has 1 to " + OneLine.LONGEST + " characters");
      return UNKNOWN;
    }
    if (!mapping.candidates().isEmpty() && !nominated.knows(name)) {
      defect(row, column, "\"" + name + "\" is none of the candidates that the mapping lists");
      return UNKNOWN;
    }
    return nominated.number(name);
  }

  /** A row whose columns are candidates. */
  void candidates(long row, List<String> cells) {
    int papers = papers(row, cells);
    boolean good = papers > 0 && within(row, cells);
    var ranks = new ArrayList<List<Integer>>();
    for (int at = 0; good && at < columns.length; at++) {
      String cell = columns[at] < cells.size() ? cells.get(columns[at]).strip() : "";
      if (columns[at] >= cells.size()) {
        defect(row, cells.size() - 1, "the row has " + cells.size() + " cells, and the header more");
        good = false;
      } else if (!cell.isEmpty() && !mapping.labels().skipped().contains(cell)) {
        int rank = cell.matches("[0-9]{1,4}") ? Integer.parseInt(cell) : 0;
        good = rank >= 1 && rank <= columns.length;
        if (good) {
          place(ranks, rank, numbers[at]);
        } else {
          defect(row, columns[at], "a rank is a whole number, 1 to " + columns.length + ", or nothing");
        }
      }
    }
    ranks.forEach(this::write);
    end(row, good, papers);
  }

  private static void place(List<List<Integer>> ranks, int rank, int candidate) {
    while (ranks.size() < rank) {
      ranks.add(new ArrayList<>());
    }
    ranks.get(rank - 1).add(candidate);
  }

  private void write(List<Integer> rank) {
    if (rank.isEmpty()) {
      ballots.skip();
    }
    for (int at = 0; at < rank.size(); at++) {
      if (at == 0) {
        ballots.rank(rank.get(at));
      } else {
        ballots.same(rank.get(at));
      }
    }
  }

  /** How many papers a row stands for; 0 if it does not say. */
  private int papers(long row, List<String> cells) {
    if (weight == UNKNOWN) {
      return 1;
    }
    String cell = weight < cells.size() ? cells.get(weight).strip() : "";
    long papers = cell.matches("[0-9]{1,12}") ? Long.parseLong(cell) : 0;
    if (papers < 1 || papers > Ballots.MOST_WEIGHT) {
      defect(row, Math.min(weight, cells.size() - 1),
          "a row stands for 1 to " + Ballots.MOST_WEIGHT + " papers, in a whole number");
      return 0;
    }
    return (int) papers;
  }

  private boolean within(long row, List<String> cells) {
    for (int at = width; at < cells.size(); at++) {
      if (!cells.get(at).isBlank()) {
        defect(row, at, "the row has more cells than the header");
        return false;
      }
    }
    return true;
  }

  private void end(long row, boolean good, int papers) {
    if (!good) {
      ballots.drop();
      return;
    }
    try {
      ballots.paper(papers);
    } catch (ArithmeticException tooMany) {
      defect(row, 0, String.valueOf(tooMany.getMessage()));
    }
  }

  private void defect(long row, int cell, String message) {
    if (defects.tooMany()) {
      return;
    }
    Places.Place place = places.cell(row, Math.max(0, cell));
    defects.add(place.line(), place.column(), message);
  }
}
