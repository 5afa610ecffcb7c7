// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/** A residue prepared for many powers: its powers with each digit at each place. */
final class PreparedResidue implements Group.Powers {
  private static final int WIDEST = 12;
  private static final long MOST_ENTRIES = 1L << 17;
  private final Kernel kernel;
  private final long[] one;
  private final int width;
  private final long[][][] table;

  PreparedResidue(Kernel kernel, long[] one, long[] base, int bits, long powers) {
    this.kernel = kernel;
    this.one = one;
    this.width = width(bits, powers);
    this.table = new long[(bits + width - 1) / width][1 << width][];
    long[] first = base.clone();
    for (long[][] row : table) {
      row[0] = one;
      row[1] = first;
      for (int k = 2; k < row.length; k++) {
        row[k] = new long[one.length];
        kernel.multiply(row[k], row[k - 1], first);
      }
      var next = new long[one.length];
      kernel.multiply(next, row[row.length - 1], first);
      first = next;
    }
  }

  /** The width for which preparing and all powers together need the fewest products; the table stays below 32 MB. */
  private static int width(int bits, long powers) {
    int best = 2;
    for (int width = 3; width <= WIDEST; width++) {
      long rows = rows(bits, width);
      if (rows << width <= MOST_ENTRIES
          && rows * ((1L << width) + powers) < rows(bits, best) * ((1L << best) + powers)) {
        best = width;
      }
    }
    return best;
  }

  private static int rows(int bits, int width) { return (bits + width - 1) / width; }

  @Override
  public Element of(BigInteger exponent) {
    byte[] big = exponent.toByteArray();
    long[] r = one.clone();
    for (int i = 0; i < table.length; i++) {
      int digit = PointPowers.bits(big, width * i, width);
      if (digit != 0) {
        kernel.multiply(r, r, table[i][digit]);
      }
    }
    return new Residue(r);
  }

  @Override
  public Element ofSecret(BigInteger exponent) {
    byte[] big = exponent.toByteArray();
    long[] r = one.clone();
    var chosen = new long[one.length];
    for (int i = 0; i < table.length; i++) {
      ResiduePowers.choose(chosen, table[i], PointPowers.bits(big, width * i, width));
      kernel.multiply(r, r, chosen);
    }
    return new Residue(r);
  }
}
