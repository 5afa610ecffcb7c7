// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/** Multiples of points; "powers" here, where the group is written multiplicatively. */
final class PointPowers {
  private static final int SIZE = PointArithmetic.SIZE;
  /** Signed digits of four bits: from -8 to 7, the last one from 0 to 8. */
  private static final int WIDTH = 4;
  private static final int DIGITS = 64;
  private static final int HALF = 8;
  /** Exponents are below 2^253. */
  private static final int BITS = 253;
  /** Bits of a digit that is odd or 0. */
  private static final int SPARSE = 5;

  private PointPowers() {}

  /**
   * Digits from -2^(width-1) to 2^(width-1) - 1 of a number below 2^253, least first.
   *
   * @param count so many that width × count is 254 or more
   */
  static int[] digits(BigInteger exponent, int width, int count) {
    byte[] big = exponent.toByteArray();
    var digits = new int[count];
    int carry = 0;
    for (int i = 0; i < count; i++) {
      int digit = bits(big, width * i, width) + carry;
      carry = (digit + (1 << (width - 1))) >> width;
      digits[i] = digit - (carry << width);
    }
    if (carry != 0) {
      throw new IllegalArgumentException("the exponent is too large");
    }
    return digits;
  }

  /** Bits of a big-endian number. */
  static int bits(byte[] big, int from, int width) {
    int value = 0;
    for (int i = from >> 3; i <= (from + width - 1) >> 3; i++) {
      int at = big.length - 1 - i;
      if (at >= 0) {
        value |= (big[at] & 0xff) << (8 * (i - (from >> 3)));
      }
    }
    return value >>> (from & 7) & (1 << width) - 1;
  }

  /**
   * Digits of a public number below 2^253, least first: each is 0 or odd, from -15 to 15, and after one that is not 0 there
   * are four that are.
   */
  private static byte[] sparse(BigInteger exponent) {
    if (exponent.signum() < 0 || exponent.bitLength() > BITS) {
      throw new IllegalArgumentException("the exponent is too large");
    }
    byte[] big = exponent.toByteArray();
    var digits = new byte[BITS + 1];
    int carry = 0;
    int i = 0;
    while (i <= BITS) {
      int digit = bits(big, i, SPARSE) + carry;
      if ((digit & 1) == 0) {
        i++;
      } else {
        carry = digit >> (SPARSE - 1);
        digits[i] = (byte) (digit - (carry << SPARSE));
        i += SPARSE;
      }
    }
    return digits;
  }

  private static int highest(byte[] digits) {
    int i = digits.length - 1;
    while (i >= 0 && digits[i] == 0) {
      i--;
    }
    return i;
  }

  /** One power: doublings from the highest digit down, with a table of the odd multiples of the base. */
  static long[] of(long[] base, BigInteger exponent) {
    var arithmetic = new PointArithmetic();
    byte[] digits = sparse(exponent);
    long[] table = oddMultiples(arithmetic, base);
    var r = new long[SIZE];
    PointArithmetic.one(r, 0);
    int highest = highest(digits);
    for (int i = highest; i >= 0; i--) {
      if (i < highest) {
        arithmetic.twice(r, 0, r, 0, i == 0 || digits[i] != 0);
      }
      if (digits[i] > 0) {
        arithmetic.add(r, 0, r, 0, table, SIZE * (digits[i] >> 1));
      } else if (digits[i] < 0) {
        arithmetic.subtract(r, 0, r, 0, table, SIZE * (-digits[i] >> 1));
      }
    }
    return r;
  }

  /** 1, 3, 5 … 15 times the base, ready. */
  private static long[] oddMultiples(PointArithmetic arithmetic, long[] base) {
    var table = new long[SIZE * HALF];
    var twice = new long[SIZE];
    arithmetic.twice(twice, 0, base, 0, true);
    arithmetic.ready(twice, 0, twice, 0);
    long[] sum = base.clone();
    arithmetic.ready(table, 0, sum, 0);
    for (int i = 1; i < HALF; i++) {
      arithmetic.add(sum, 0, sum, 0, twice, 0);
      arithmetic.ready(table, SIZE * i, sum, 0);
    }
    return table;
  }

  /** 0 to 8 times the base, ready. */
  private static long[] multiples(PointArithmetic arithmetic, long[] base) {
    var table = new long[SIZE * (HALF + 1)];
    PointArithmetic.readyOne(table, 0, SIZE);
    arithmetic.ready(table, SIZE, base, 0);
    long[] sum = base.clone();
    for (int i = 2; i <= HALF; i++) {
      arithmetic.add(sum, 0, sum, 0, table, SIZE);
      arithmetic.ready(table, SIZE * i, sum, 0);
    }
    return table;
  }

  /** As {@link #of}, with the same additions and reads of the table whatever the exponent. */
  static long[] ofSecret(long[] base, BigInteger exponent) {
    var arithmetic = new PointArithmetic();
    int[] digits = digits(exponent, WIDTH, DIGITS);
    long[] table = multiples(arithmetic, base);
    var r = new long[SIZE];
    var chosen = new long[SIZE];
    PointArithmetic.one(r, 0);
    for (int i = DIGITS - 1; i >= 0; i--) {
      for (int k = 0; k < WIDTH; k++) {
        arithmetic.twice(r, 0, r, 0, k == WIDTH - 1);
      }
      choose(chosen, table, 0, SIZE, HALF, digits[i]);
      arithmetic.add(r, 0, r, 0, chosen, 0);
    }
    return r;
  }

  /** The entry of a table at |digit|, with the other sign for a negative digit; every entry is read. */
  static void choose(long[] chosen, long[] table, int from, int size, int most, int digit) {
    int sign = digit >> 31;
    int wanted = (digit ^ sign) - sign;
    java.util.Arrays.fill(chosen, 0);
    for (int i = 0; i <= most; i++) {
      int other = i ^ wanted;
      long mask = ((other | -other) >>> 31) - 1L;
      for (int k = 0; k < size; k++) {
        chosen[k] |= table[from + size * i + k] & mask;
      }
    }
    long negative = sign;
    for (int k = 0; k < 5; k++) {
      long swap = (chosen[k] ^ chosen[k + 5]) & negative;
      chosen[k] ^= swap;
      chosen[k + 5] ^= swap;
    }
    var minus = new long[5];
    Field.negate(minus, 0, chosen, 10);
    for (int k = 0; k < 5; k++) {
      chosen[10 + k] ^= (chosen[10 + k] ^ minus[k]) & negative;
    }
  }

  /**
   * Several powers of one base with one chain of doublings (Yao, <em>On the evaluation of powers</em>, 1976): 2^i times the
   * base goes, for each exponent, into the bucket of its digit i; a power is the sum of digit times bucket.
   */
  static long[][] ofMany(long[] base, BigInteger[] exponents) {
    if (exponents.length == 1) {
      return new long[][]{of(base, exponents[0])};
    }
    var arithmetic = new PointArithmetic();
    var digits = new byte[exponents.length][];
    int highest = -1;
    for (int e = 0; e < exponents.length; e++) {
      digits[e] = sparse(exponents[e]);
      highest = Math.max(highest, highest(digits[e]));
    }
    var buckets = new long[exponents.length][SIZE * HALF];
    var filled = new boolean[exponents.length][HALF];
    long[] chain = base.clone();
    var ready = new long[SIZE];
    for (int i = 0; i <= highest; i++) {
      boolean used = anyAt(digits, i);
      if (i > 0) {
        arithmetic.twice(chain, 0, chain, 0, used);
      }
      if (used) {
        arithmetic.ready(ready, 0, chain, 0);
        for (int e = 0; e < exponents.length; e++) {
          put(arithmetic, buckets[e], filled[e], digits[e][i], chain, ready);
        }
      }
    }
    var powers = new long[exponents.length][];
    for (int e = 0; e < exponents.length; e++) {
      powers[e] = collapse(arithmetic, buckets[e], filled[e]);
    }
    return powers;
  }

  private static boolean anyAt(byte[][] digits, int i) {
    for (byte[] each : digits) {
      if (each[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private static void put(PointArithmetic arithmetic, long[] buckets, boolean[] filled, int digit, long[] point,
      long[] ready) {
    if (digit == 0) {
      return;
    }
    int bucket = Math.abs(digit) >> 1;
    int at = SIZE * bucket;
    if (!filled[bucket]) {
      filled[bucket] = true;
      if (digit > 0) {
        System.arraycopy(point, 0, buckets, at, SIZE);
      } else {
        PointArithmetic.negate(buckets, at, point, 0);
      }
    } else if (digit > 0) {
      arithmetic.add(buckets, at, buckets, at, ready, 0);
    } else {
      arithmetic.subtract(buckets, at, buckets, at, ready, 0);
    }
  }

  /** The sum of 2i + 1 times bucket i: twice the sum of i times bucket i, and the sum of all. */
  private static long[] collapse(PointArithmetic arithmetic, long[] buckets, boolean[] filled) {
    var sum = new Sum(arithmetic);
    var total = new Sum(arithmetic);
    for (int i = HALF - 1; i >= 1; i--) {
      if (filled[i]) {
        sum.add(buckets, SIZE * i);
      }
      if (sum.any) {
        total.add(sum.point, 0);
      }
    }
    if (total.any) {
      arithmetic.twice(total.point, 0, total.point, 0, true);
    }
    if (filled[0]) {
      sum.add(buckets, 0);
    }
    if (sum.any) {
      total.add(sum.point, 0);
    }
    return total.point;
  }

  /** A sum of points, of which the first is only copied. */
  private static final class Sum {
    private final PointArithmetic arithmetic;
    private final long[] point = new long[SIZE];
    private final long[] ready = new long[SIZE];
    private boolean any;

    Sum(PointArithmetic arithmetic) {
      this.arithmetic = arithmetic;
      PointArithmetic.one(point, 0);
    }

    void add(long[] points, int from) {
      if (any) {
        arithmetic.ready(ready, 0, points, from);
        arithmetic.add(point, 0, point, 0, ready, 0);
      } else {
        System.arraycopy(points, from, point, 0, SIZE);
        any = true;
      }
    }
  }
}
