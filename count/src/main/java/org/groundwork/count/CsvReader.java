// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import org.groundwork.count.internal.read.CsvParser;

/** Reads ballots from CSV as RFC 4180 has it, one row a ballot; {@code docs/count.md} says how. */
public final class CsvReader {
  private CsvReader() {}

  /**
   * Reads a whole file.
   *
   * @param file its bytes, UTF-8 or Windows-1252
   * @param mapping what its columns and cells mean
   * @throws BadFile with each defect found
   */
  public static Election read(byte[] file, CsvMapping mapping) throws BadFile {
    return CsvParser.parse(file, mapping);
  }
}
