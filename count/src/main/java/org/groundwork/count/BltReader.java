// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import org.groundwork.count.internal.read.BltParser;

/**
 * Reads the BLT format of Hill, Wichmann and Woodall in the dialects found in the wild; {@code docs/count.md} says
 * which.
 */
public final class BltReader {
  private BltReader() {}

  /**
   * Reads a whole file.
   *
   * @param file its bytes, UTF-8 or Windows-1252
   * @throws BadFile with each defect found
   */
  public static Election read(byte[] file) throws BadFile { return BltParser.parse(file); }
}
