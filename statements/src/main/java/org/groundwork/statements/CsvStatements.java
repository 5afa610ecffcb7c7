// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import org.groundwork.statements.internal.Bounded;
import org.groundwork.statements.internal.csv.CsvTable;

/** Reads tables of payments as RFC 4180 has them, one row a line; {@code docs/statements.md} says how. */
public final class CsvStatements {
  private CsvStatements() {}

  /**
   * Reads a whole file, which is one statement without balances.
   *
   * @param file its bytes, at most 256 MiB: UTF-8, UTF-16 with a byte order mark, or Windows-1252
   * @param mapping what its columns mean
   * @param sink takes the lines and the statement
   * @throws BadFile with each defect found; what the sink took is then to be thrown away
   */
  public static void read(byte[] file, CsvMapping mapping, StatementSink sink) throws BadFile {
    if (file.length > Bounded.MOST_WHOLE) {
      throw BadFile.at(1, 1, "the file is longer than " + Bounded.MOST_WHOLE + " bytes");
    }
    CsvTable.read(file, mapping, sink);
  }
}
