// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.io.IOException;
import org.groundwork.count.BadFile;
import org.groundwork.count.CsvMapping;
import org.groundwork.count.Election;

/** Reads the first sheet of a spreadsheet in XLSX (Office Open XML, ISO/IEC 29500), row by row. */
public final class XlsxParser {
  private XlsxParser() {}

  /** Reads a whole file. */
  public static Election parse(byte[] file, CsvMapping mapping) throws BadFile {
    Unpacked.check(file);
    var defects = new Defects();
    var table = new Table(mapping, (row, cell) -> new Places.Place((int) row, cell + 1), defects);
    int row = 0;
    try (var rows = SheetRows.of(file)) {
      boolean more = true;
      while (more && rows.next()) {
        row = rows.number();
        more = rows.isEmpty() || table.row(row, rows.cells(defects));
      }
    } catch (IOException damaged) {
      defects.add(row + 1, 1, "the spreadsheet cannot be read from here on; save it once more as XLSX, or as CSV");
    }
    return table.finish();
  }
}
