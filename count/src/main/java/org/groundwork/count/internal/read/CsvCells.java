// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groundwork.count.Ballots;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.internal.OneLine;

/** Makes papers of the cells of a row. */
final class CsvCells {
  private static final int UNKNOWN = CsvColumns.UNKNOWN;

  private final CsvMapping mapping;
  private final Nominated nominated;
  private final Places places;
  private final Defects defects;
  private final Optional<Pattern> several;
  private final Ballots.Builder ballots = new Ballots.Builder();
  private CsvColumns columns = CsvColumns.NONE;

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
    columns = CsvColumns.of(mapping, nominated, row, cells, this::defect);
    return defects.none();
  }

  /** Whether a row is only blanks without a separator, and so no paper. */
  boolean nothing(List<String> cells) {
    return cells.size() == 1 && columns.ballot().length > 1 && cells.getFirst().isBlank();
  }

  /** A row whose columns are ranks. */
  void ranks(long row, List<String> cells) {
    int papers = papers(row, cells);
    int skipped = 0;
    boolean good = papers > 0 && within(row, cells);
    for (int at = 0; good && at < columns.ballot().length && columns.ballot()[at] < cells.size(); at++) {
      String cell = cells.get(columns.ballot()[at]).strip();
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
      good = rank(row, columns.ballot()[at], cell);
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
    for (int at = 0; good && at < columns.ballot().length; at++) {
      String cell = columns.ballot()[at] < cells.size() ? cells.get(columns.ballot()[at]).strip() : "";
      if (columns.ballot()[at] >= cells.size()) {
        defect(row, cells.size() - 1, "the row has " + cells.size() + " cells, and the header more");
        good = false;
      } else if (!cell.isEmpty() && !mapping.labels().skipped().contains(cell)) {
        int rank = cell.matches("[0-9]{1,4}") ? Integer.parseInt(cell) : 0;
        good = rank >= 1 && rank <= columns.ballot().length;
        if (good) {
          place(ranks, rank, columns.numbers()[at]);
        } else {
          defect(row, columns.ballot()[at],
              "a rank is a whole number, 1 to " + columns.ballot().length + ", or nothing");
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
    if (columns.weight() == UNKNOWN) {
      return 1;
    }
    String cell = columns.weight() < cells.size() ? cells.get(columns.weight()).strip() : "";
    long papers = cell.matches("[0-9]{1,12}") ? Long.parseLong(cell) : 0;
    if (papers < 1 || papers > Ballots.MOST_WEIGHT) {
      defect(row, Math.min(columns.weight(), cells.size() - 1),
          "a row stands for 1 to " + Ballots.MOST_WEIGHT + " papers, in a whole number");
      return 0;
    }
    return (int) papers;
  }

  private boolean within(long row, List<String> cells) {
    for (int at = columns.width(); at < cells.size(); at++) {
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
