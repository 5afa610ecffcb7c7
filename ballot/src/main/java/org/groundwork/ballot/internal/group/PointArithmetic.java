// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/**
 * Adding and doubling on -x^2 + y^2 = 1 + d x^2 y^2 (Hisil et al., sections 3.1 and 3.3), complete for every point of the
 * curve. A point is twenty limbs at a place of an array: X, Y, Z, T. To be added many times it is kept as Y+X, Y-X, 2dT,
 * 2Z ("ready", twenty limbs) or, with Z = 1, without the last ("thin", fifteen). One instance belongs to one thread.
 */
final class PointArithmetic {
  static final int SIZE = 20;
  static final int THIN = 15;
  static final BigInteger D = BigInteger.valueOf(-121665)
      .multiply(BigInteger.valueOf(121666).modInverse(Field.P))
      .mod(Field.P);
  static final long[] D_LIMBS = Field.of(D);
  static final long[] TWO_D = Field.of(D.shiftLeft(1).mod(Field.P));

  private final long[] t = new long[40];

  /** r = p + q with q ready. */
  void add(long[] r, int ro, long[] p, int po, long[] q, int qo) {
    Field.subtract(t, 0, p, po + 5, p, po);
    Field.multiply(t, 0, t, 0, q, qo + 5);
    Field.add(t, 5, p, po + 5, p, po);
    Field.multiply(t, 5, t, 5, q, qo);
    Field.multiply(t, 10, p, po + 15, q, qo + 10);
    Field.multiply(t, 15, p, po + 10, q, qo + 15);
    finish(r, ro, false);
  }

  /** r = p - q with q ready. */
  void subtract(long[] r, int ro, long[] p, int po, long[] q, int qo) {
    Field.subtract(t, 0, p, po + 5, p, po);
    Field.multiply(t, 0, t, 0, q, qo);
    Field.add(t, 5, p, po + 5, p, po);
    Field.multiply(t, 5, t, 5, q, qo + 5);
    Field.multiply(t, 10, p, po + 15, q, qo + 10);
    Field.multiply(t, 15, p, po + 10, q, qo + 15);
    finish(r, ro, true);
  }

  /** r = p + q with q thin. */
  void addThin(long[] r, int ro, long[] p, int po, long[] q, int qo) {
    Field.subtract(t, 0, p, po + 5, p, po);
    Field.multiply(t, 0, t, 0, q, qo + 5);
    Field.add(t, 5, p, po + 5, p, po);
    Field.multiply(t, 5, t, 5, q, qo);
    Field.multiply(t, 10, p, po + 15, q, qo + 10);
    Field.add(t, 15, p, po + 10, p, po + 10);
    finish(r, ro, false);
  }

  /** r = p - q with q thin. */
  void subtractThin(long[] r, int ro, long[] p, int po, long[] q, int qo) {
    Field.subtract(t, 0, p, po + 5, p, po);
    Field.multiply(t, 0, t, 0, q, qo);
    Field.add(t, 5, p, po + 5, p, po);
    Field.multiply(t, 5, t, 5, q, qo + 5);
    Field.multiply(t, 10, p, po + 15, q, qo + 10);
    Field.add(t, 15, p, po + 10, p, po + 10);
    finish(r, ro, true);
  }

  /** From A, B, C, D at 0, 5, 10, 15; C has the other sign where q was taken off. */
  private void finish(long[] r, int ro, boolean negative) {
    Field.subtract(t, 20, t, 5, t, 0); // E = B - A
    if (negative) {
      Field.add(t, 25, t, 15, t, 10); // F = D - C
      Field.subtract(t, 30, t, 15, t, 10); // G = D + C
    } else {
      Field.subtract(t, 25, t, 15, t, 10);
      Field.add(t, 30, t, 15, t, 10);
    }
    Field.add(t, 35, t, 5, t, 0); // H = B + A
    Field.multiply(r, ro, t, 20, t, 25);
    Field.multiply(r, ro + 5, t, 30, t, 35);
    Field.multiply(r, ro + 10, t, 25, t, 30);
    Field.multiply(r, ro + 15, t, 20, t, 35);
  }

  /** r = 2p; T of the result only where it is asked for. */
  void twice(long[] r, int ro, long[] p, int po, boolean withT) {
    Field.square(t, 0, p, po); // A
    Field.square(t, 5, p, po + 5); // B
    Field.square(t, 10, p, po + 10);
    Field.add(t, 10, t, 10, t, 10); // C = 2Z^2
    Field.add(t, 15, p, po, p, po + 5);
    Field.square(t, 15, t, 15);
    Field.add(t, 20, t, 0, t, 5); // H = A + B
    Field.subtract(t, 25, t, 20, t, 15); // E = H - (X+Y)^2
    Field.subtract(t, 30, t, 0, t, 5); // G = A - B
    Field.add(t, 35, t, 10, t, 30); // F = C + G
    Field.multiply(r, ro, t, 25, t, 35);
    Field.multiply(r, ro + 5, t, 30, t, 20);
    Field.multiply(r, ro + 10, t, 35, t, 30);
    if (withT) {
      Field.multiply(r, ro + 15, t, 25, t, 20);
    }
  }

  /** r = p made ready. */
  void ready(long[] r, int ro, long[] p, int po) {
    Field.add(t, 0, p, po + 5, p, po);
    Field.subtract(t, 5, p, po + 5, p, po);
    Field.multiply(t, 10, p, po + 15, TWO_D, 0);
    Field.add(t, 15, p, po + 10, p, po + 10);
    System.arraycopy(t, 0, r, ro, SIZE);
    Field.carry(r, ro);
    Field.carry(r, ro + 5);
    Field.carry(r, ro + 15);
  }

  /** The neutral point. */
  static void one(long[] r, int ro) {
    java.util.Arrays.fill(r, ro, ro + SIZE, 0);
    r[ro + 5] = 1;
    r[ro + 10] = 1;
  }

  /** r = -p. */
  static void negate(long[] r, int ro, long[] p, int po) {
    System.arraycopy(p, po, r, ro, SIZE);
    Field.negate(r, ro, p, po);
    Field.negate(r, ro + 15, p, po + 15);
  }

  /** The one point ready, which changes nothing when it is added. */
  static void readyOne(long[] r, int ro, int size) {
    java.util.Arrays.fill(r, ro, ro + size, 0);
    r[ro] = 1;
    r[ro + 5] = 1;
    if (size == SIZE) {
      r[ro + 15] = 2;
    }
  }

  /**
   * Makes points thin, with one inversion for all.
   *
   * @param points so many points one after the other, unharmed
   */
  static void thin(long[] r, int ro, long[] points, int count) {
    long[] inverses = inversesOfZ(points, count);
    var t = new long[15];
    for (int i = 0; i < count; i++) {
      int from = SIZE * i;
      int to = ro + THIN * i;
      Field.multiply(t, 0, points, from, inverses, 5 * i);
      Field.multiply(t, 5, points, from + 5, inverses, 5 * i);
      Field.multiply(t, 10, t, 0, t, 5);
      Field.add(r, to, t, 5, t, 0);
      Field.subtract(r, to + 5, t, 5, t, 0);
      Field.multiply(r, to + 10, t, 10, TWO_D, 0);
      Field.carry(r, to);
      Field.carry(r, to + 5);
    }
  }

  /** 1/Z of each point, with one inversion (Montgomery's trick). */
  static long[] inversesOfZ(long[] points, int count) {
    var products = new long[5 * (count + 1)];
    products[0] = 1;
    for (int i = 0; i < count; i++) {
      Field.multiply(products, 5 * (i + 1), products, 5 * i, points, SIZE * i + 10);
    }
    var left = new long[5];
    Field.invert(left, 0, products, 5 * count);
    for (int i = count - 1; i >= 0; i--) {
      Field.multiply(products, 5 * i, products, 5 * i, left, 0);
      Field.multiply(left, 0, left, 0, points, SIZE * i + 10);
    }
    return products;
  }
}
