// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import org.groundwork.count.internal.read.XlsxParser;

/** Reads ballots from the first sheet of a spreadsheet in XLSX, one row a ballot; {@code docs/count.md} says how. */
public final class XlsxReader {
  private XlsxReader() {}

  /**
   * Reads a whole file.
   *
   * @param file its bytes
   * @param mapping what its columns and cells mean
   * @throws BadFile with each defect found; its line is the row and its column the column, both from one
   */
  public static Election read(byte[] file, CsvMapping mapping) throws BadFile {
    return XlsxParser.parse(file, mapping);
  }
}
