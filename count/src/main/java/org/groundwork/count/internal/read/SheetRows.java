// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.groundwork.count.Ballots;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet. Whatever the library that reads it stumbles over is an {@link IOException}. */
final class SheetRows implements AutoCloseable {
  /** More cells than candidates and a few more columns has no row of ballots. */
  private static final int MOST_CELLS = 2 * Ballots.MOST_CANDIDATES;
  /** A number with more digits or zeros than that is left as it stands in the file. */
  private static final int LONGEST_NUMBER = 40;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private @Nullable Row row;

  private SheetRows(ReadableWorkbook workbook, Stream<Row> stream) {
    this.workbook = workbook;
    this.stream = stream;
    this.rows = stream.iterator();
  }

  @SuppressWarnings("MustBeClosed") // closed with this
  static SheetRows of(byte[] file) throws IOException {
    return reading(() -> {
      var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
      return new SheetRows(workbook, workbook.getFirstSheet().openStream());
    });
  }

  /** Goes on to the next row; false if there is none. */
  boolean next() throws IOException {
    row = reading(() -> rows.hasNext() ? rows.next() : null);
    if (row != null && row.getCellCount() > MOST_CELLS) {
      throw new IOException("a row of " + row.getCellCount() + " cells");
    }
    return row != null;
  }

  /** The number of the row, from one. */
  int number() { return row == null ? 0 : row.getRowNum(); }

  /** Whether nothing stands in the row: it is there only for its looks. */
  boolean isEmpty() {
    return row == null || row.stream().noneMatch(cell -> cell != null && !text(cell).isBlank());
  }

  /** What stands in its cells; what an error stands in is a defect. */
  List<String> cells(Defects defects) {
    var cells = new ArrayList<String>();
    if (row != null) {
      for (int at = 0; at < row.getCellCount(); at++) {
        Cell cell = row.getCell(at);
        if (cell != null && cell.getType() == CellType.ERROR) {
          defects.add(number(), at + 1, "in this cell stands the error " + text(cell));
        }
        cells.add(cell == null ? "" : text(cell));
      }
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      return Math.abs(number.scale()) + number.precision() > LONGEST_NUMBER
          ? cell.getRawValue()
          : number.stripTrailingZeros().toPlainString();
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return text == null ? "" : text;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }

  /** Something of the library's. */
  private interface Reading<T> {
    T now() throws IOException;
  }

  private static <T extends @Nullable Object> T reading(Reading<T> reading) throws IOException {
    try {
      return reading.now();
    } catch (RuntimeException damaged) {
      throw new IOException(damaged);
    }
  }
}
