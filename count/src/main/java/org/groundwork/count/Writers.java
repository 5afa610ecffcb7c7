// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.io.IOException;
import java.io.Writer;
import org.groundwork.count.internal.write.AbifWriter;
import org.groundwork.count.internal.write.BltWriter;

/** Elections written as files that others read. {@code docs/count.md} says what each format cannot hold. */
public final class Writers {
  private Writers() {}

  /**
   * Writes BLT, one line for each line of the election's ballots. Quotation marks in names, which the format does not have,
   * become apostrophes.
   *
   * @throws IllegalArgumentException when there is no candidate
   */
  public static void blt(Election election, Writer to) throws IOException { BltWriter.write(election, to); }

  /**
   * Writes ABIF 0.31. Skipped ranks, which the format does not have, are left out, and the file says on how many papers.
   *
   * @throws IllegalArgumentException when there is no candidate
   */
  public static void abif(Election election, Writer to) throws IOException { AbifWriter.write(election, to); }
}
