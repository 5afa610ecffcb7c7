// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.util.List;
import org.groundwork.count.BadFile;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.CsvMapping.Shape;
import org.groundwork.count.Election;

/** An election made of the rows of a table, as a mapping says what they mean. */
final class Table {
  private final CsvMapping mapping;
  private final Defects defects;
  private final Nominated candidates = new Nominated();
  private final CsvCells cells;
  private boolean first = true;

  Table(CsvMapping mapping, Places places, Defects defects) {
    this.mapping = mapping;
    this.defects = defects;
    mapping.candidates().forEach(each -> candidates.declare(each, each));
    mapping.aliases().forEach(candidates::alsoCalled);
    cells = new CsvCells(mapping, candidates, places, defects);
  }

  /** Takes a row; false if no more are worth reading. */
  boolean row(long number, List<String> row) {
    boolean header = first;
    first = false;
    if (header && !cells.header(number, row)) {
      return false;
    }
    if (!(header && mapping.header()) && !cells.nothing(row)) {
      if (mapping.shape() == Shape.RANKS) {
        cells.ranks(number, row);
      } else {
        cells.candidates(number, row);
      }
    }
    return !defects.tooMany();
  }

  /** All that was read. */
  Election finish() throws BadFile {
    if (defects.none() && candidates.size() == 0) {
      defects.add(1, 1, first ? "the file is empty" : "no paper names a candidate");
    }
    defects.refuse();
    candidates.settle();
    return new Election(mapping.title(), mapping.seats(), candidates.all(), candidates.renumber(cells.papers()));
  }
}
