// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/** A point prepared for many multiples: 1 to 128 times 256^i of it, thin, for 32 signed digits of eight bits. */
final class PreparedPoint implements Group.Powers {
  private static final int SIZE = PointArithmetic.SIZE;
  private static final int THIN = PointArithmetic.THIN;
  private static final int WIDTH = 8;
  private static final int DIGITS = 32;
  private static final int HALF = 128;
  private static final int ROW = THIN * (HALF + 1);
  private final long[] table = new long[ROW * DIGITS];

  PreparedPoint(long[] base) {
    var arithmetic = new PointArithmetic();
    long[] first = base.clone();
    var ready = new long[SIZE];
    var row = new long[SIZE * HALF];
    for (int i = 0; i < DIGITS; i++) {
      PointArithmetic.readyOne(table, ROW * i, THIN);
      arithmetic.ready(ready, 0, first, 0);
      System.arraycopy(first, 0, row, 0, SIZE);
      for (int k = 1; k < HALF; k++) {
        arithmetic.add(row, SIZE * k, row, SIZE * (k - 1), ready, 0);
      }
      PointArithmetic.thin(table, ROW * i + THIN, row, HALF);
      arithmetic.twice(first, 0, row, SIZE * (HALF - 1), true);
    }
  }

  @Override
  public Element of(BigInteger exponent) {
    var arithmetic = new PointArithmetic();
    int[] digits = PointPowers.digits(exponent, WIDTH, DIGITS);
    var r = new long[SIZE];
    PointArithmetic.one(r, 0);
    for (int i = 0; i < DIGITS; i++) {
      if (digits[i] > 0) {
        arithmetic.addThin(r, 0, r, 0, table, ROW * i + THIN * digits[i]);
      } else if (digits[i] < 0) {
        arithmetic.subtractThin(r, 0, r, 0, table, ROW * i - THIN * digits[i]);
      }
    }
    return new Point(r);
  }

  @Override
  public Element ofSecret(BigInteger exponent) {
    var arithmetic = new PointArithmetic();
    int[] digits = PointPowers.digits(exponent, WIDTH, DIGITS);
    var r = new long[SIZE];
    var chosen = new long[THIN];
    PointArithmetic.one(r, 0);
    for (int i = 0; i < DIGITS; i++) {
      PointPowers.choose(chosen, table, ROW * i, THIN, HALF, digits[i]);
      arithmetic.addThin(r, 0, r, 0, chosen, 0);
    }
    return new Point(r);
  }
}
