// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/** Powers of residues with a {@link Kernel}. Digits here have no sign: an inverse costs more than it saves. */
final class ResiduePowers {
  private static final int SHORT = 300;

  /** Bits of a digit, for which exponents of a length need the fewest products. */
  private static int width(int bits) {
    return bits <= SHORT ? 4 : 6;
  }

  private ResiduePowers() {}

  /** One power, from the highest digit down, with a table of the first powers of the base. */
  static long[] of(Kernel kernel, long[] one, long[] base, BigInteger exponent) {
    int width = width(exponent.bitLength());
    long[][] table = table(kernel, one, base, width);
    byte[] big = exponent.toByteArray();
    int digits = (exponent.bitLength() + width - 1) / width;
    long[] r = one.clone();
    for (int i = digits - 1; i >= 0; i--) {
      if (i < digits - 1) {
        for (int k = 0; k < width; k++) {
          kernel.square(r, r);
        }
      }
      int digit = PointPowers.bits(big, width * i, width);
      if (digit != 0) {
        kernel.multiply(r, r, table[digit]);
      }
    }
    return r;
  }

  private static long[][] table(Kernel kernel, long[] one, long[] base, int width) {
    var table = new long[1 << width][one.length];
    table[0] = one.clone();
    table[1] = base.clone();
    for (int i = 2; i < table.length; i++) {
      kernel.multiply(table[i], table[i - 1], base);
    }
    return table;
  }

  /** As {@link #of}, with the same multiplications and reads of the table for every exponent below 2^bits. */
  static long[] ofSecret(Kernel kernel, long[] one, long[] base, BigInteger exponent, int bits) {
    int width = width(bits);
    long[][] table = table(kernel, one, base, width);
    byte[] big = exponent.toByteArray();
    long[] r = one.clone();
    var chosen = new long[one.length];
    for (int i = (bits + width - 1) / width - 1; i >= 0; i--) {
      for (int k = 0; k < width; k++) {
        kernel.square(r, r);
      }
      choose(chosen, table, PointPowers.bits(big, width * i, width));
      kernel.multiply(r, r, chosen);
    }
    return r;
  }

  /** An entry of a table; every entry is read. */
  static void choose(long[] chosen, long[][] table, int wanted) {
    java.util.Arrays.fill(chosen, 0);
    for (int i = 0; i < table.length; i++) {
      int other = i ^ wanted;
      long mask = ((other | -other) >>> 31) - 1L;
      long[] entry = table[i];
      for (int k = 0; k < chosen.length; k++) {
        chosen[k] |= entry[k] & mask;
      }
    }
  }

  /** Several powers of one base with one chain of squarings (Yao 1976). */
  static long[][] ofMany(Kernel kernel, long[] one, long[] base, BigInteger[] exponents) {
    if (exponents.length == 1) {
      return new long[][]{of(kernel, one, base, exponents[0])};
    }
    int bits = 1;
    var big = new byte[exponents.length][];
    for (int e = 0; e < big.length; e++) {
      bits = Math.max(bits, exponents[e].bitLength());
      big[e] = exponents[e].toByteArray();
    }
    int width = width(bits);
    int digits = (bits + width - 1) / width;
    var buckets = new long[big.length][1 << width][];
    long[] chain = base.clone();
    for (int i = 0; i < digits; i++) {
      for (int e = 0; e < big.length; e++) {
        int digit = PointPowers.bits(big[e], width * i, width);
        if (digit != 0) {
          long[] bucket = buckets[e][digit];
          if (bucket == null) {
            buckets[e][digit] = chain.clone();
          } else {
            kernel.multiply(bucket, bucket, chain);
          }
        }
      }
      for (int k = 0; k < width && i < digits - 1; k++) {
        kernel.square(chain, chain);
      }
    }
    var powers = new long[big.length][];
    for (int e = 0; e < big.length; e++) {
      powers[e] = collapse(kernel, one, buckets[e]);
    }
    return powers;
  }

  /** The product of bucket i to the power i. */
  private static long[] collapse(Kernel kernel, long[] one, long[][] buckets) {
    long[] product = one.clone();
    long[] total = one.clone();
    boolean any = false;
    for (int i = buckets.length - 1; i >= 1; i--) {
      if (buckets[i] != null) {
        any = true;
        kernel.multiply(product, product, buckets[i]);
      }
      if (any) {
        kernel.multiply(total, total, product);
      }
    }
    return total;
  }
}
