// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import org.groundwork.count.internal.read.AbifParser;

/** Reads ABIF, the Aggregated Ballot Information Format, version 0.31; {@code docs/count.md} says how. */
public final class AbifReader {
  private AbifReader() {}

  /**
   * Reads a whole file.
   *
   * @param file its bytes, UTF-8 or Windows-1252
   * @return one seat unless the file says {@code {seats: N}}
   * @throws BadFile with each defect found
   */
  public static Election read(byte[] file) throws BadFile { return AbifParser.parse(file); }
}
