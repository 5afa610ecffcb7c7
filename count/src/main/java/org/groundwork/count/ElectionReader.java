// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import org.groundwork.count.internal.read.Format;

/** Reads a file of ballots, whichever of the formats read here it has. */
public final class ElectionReader {
  private ElectionReader() {}

  /**
   * Reads a whole file. Its format is the one that its name ends with, {@code .blt}, {@code .abif}, {@code .csv},
   * {@code .tsv} or {@code .xlsx}; otherwise the one that its first line looks like.
   *
   * @param name of the file, or - where it has none
   * @param file its bytes
   * @param mapping what the columns and cells mean, if it is a table
   * @throws BadFile with each defect found
   */
  public static Election read(String name, byte[] file, CsvMapping mapping) throws BadFile {
    return switch (Format.of(name, file)) {
      case BLT -> BltReader.read(file);
      case ABIF -> AbifReader.read(file);
      case CSV -> CsvReader.read(file, mapping);
      case XLSX -> XlsxReader.read(file, mapping);
    };
  }
}
