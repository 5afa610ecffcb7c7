// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import static java.lang.Math.unsignedMultiplyHigh;

import java.math.BigInteger;

/**
 * Arithmetic modulo p = 2^255 - 19. A number is five limbs of 51 bits at a place of an array, least first. What
 * {@link #multiply} and {@link #square} leave has limbs below 2^51 + 2^13; {@link #add} and {@link #subtract} do not carry,
 * and limbs below 2^53.7 may be multiplied.
 *
 * <p>
 * A product of limbs is split at bit 51 without a 128-bit type: (2^7 a)(2^6 b) has in its high word what lies above bit
 * 51 of ab, and ab has in its low word what lies below.
 */
final class Field {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final long MASK = (1L << 51) - 1;
  private static final long TWO_P0 = (MASK - 18) << 1;
  private static final long TWO_P = MASK << 1;

  private Field() {}

  static void add(long[] r, int ro, long[] a, int ao, long[] b, int bo) {
    r[ro] = a[ao] + b[bo];
    r[ro + 1] = a[ao + 1] + b[bo + 1];
    r[ro + 2] = a[ao + 2] + b[bo + 2];
    r[ro + 3] = a[ao + 3] + b[bo + 3];
    r[ro + 4] = a[ao + 4] + b[bo + 4];
  }

  /** The difference; the limbs of {@code b} are below 2^52 - 38. */
  static void subtract(long[] r, int ro, long[] a, int ao, long[] b, int bo) {
    r[ro] = a[ao] + TWO_P0 - b[bo];
    r[ro + 1] = a[ao + 1] + TWO_P - b[bo + 1];
    r[ro + 2] = a[ao + 2] + TWO_P - b[bo + 2];
    r[ro + 3] = a[ao + 3] + TWO_P - b[bo + 3];
    r[ro + 4] = a[ao + 4] + TWO_P - b[bo + 4];
  }

  static void negate(long[] r, int ro, long[] a, int ao) {
    subtract(r, ro, ZERO, 0, a, ao);
    carry(r, ro);
  }

  private static final long[] ZERO = new long[5];

  /** Brings limbs below 2^51 + 2^13 without changing the number. */
  static void carry(long[] r, int ro) {
    settle(r, ro, r[ro], r[ro + 1], r[ro + 2], r[ro + 3], r[ro + 4]);
  }

  private static void settle(long[] r, int ro, long c0, long c1, long c2, long c3, long c4) {
    long d1 = c1 + (c0 >>> 51);
    long d2 = c2 + (d1 >>> 51);
    long d3 = c3 + (d2 >>> 51);
    long d4 = c4 + (d3 >>> 51);
    long d0 = (c0 & MASK) + 19 * (d4 >>> 51);
    r[ro] = d0 & MASK;
    r[ro + 1] = (d1 & MASK) + (d0 >>> 51);
    r[ro + 2] = d2 & MASK;
    r[ro + 3] = d3 & MASK;
    r[ro + 4] = d4 & MASK;
  }

  /**
   * What five sums of products are: of each the lowest 64 bits, and the sum of what each product has above bit 51. What is
   * left below, at most ten times 2^51, is their difference.
   */
  private static void split(long[] r, int ro, long l0, long l1, long l2, long l3, long l4, long h0, long h1, long h2,
      long h3, long h4) {
    settle(r, ro, l0 - (h0 << 51) + 19 * h4, l1 - (h1 << 51) + h0, l2 - (h2 << 51) + h1, l3 - (h3 << 51) + h2,
        l4 - (h4 << 51) + h3);
  }

  static void multiply(long[] r, int ro, long[] a, int ao, long[] b, int bo) {
    long a0 = a[ao];
    long a1 = a[ao + 1];
    long a2 = a[ao + 2];
    long a3 = a[ao + 3];
    long a4 = a[ao + 4];
    long b0 = b[bo];
    long b1 = b[bo + 1];
    long b2 = b[bo + 2];
    long b3 = b[bo + 3];
    long b4 = b[bo + 4];
    long b1n = 19 * b1;
    long b2n = 19 * b2;
    long b3n = 19 * b3;
    long b4n = 19 * b4;
    // the words' lowest 64 bits; what lies above bit 51 is taken off when it is known
    long l0 = a0 * b0 + a1 * b4n + a2 * b3n + a3 * b2n + a4 * b1n;
    long l1 = a0 * b1 + a1 * b0 + a2 * b4n + a3 * b3n + a4 * b2n;
    long l2 = a0 * b2 + a1 * b1 + a2 * b0 + a3 * b4n + a4 * b3n;
    long l3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * b4n;
    long l4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0;
    a0 <<= 7;
    a1 <<= 7;
    a2 <<= 7;
    a3 <<= 7;
    a4 <<= 7;
    b0 <<= 6;
    b1 <<= 6;
    b2 <<= 6;
    b3 <<= 6;
    b4 <<= 6;
    b1n <<= 6;
    b2n <<= 6;
    b3n <<= 6;
    b4n <<= 6;
    long h0 = unsignedMultiplyHigh(a0, b0) + unsignedMultiplyHigh(a1, b4n) + unsignedMultiplyHigh(a2, b3n)
        + unsignedMultiplyHigh(a3, b2n) + unsignedMultiplyHigh(a4, b1n);
    long h1 = unsignedMultiplyHigh(a0, b1) + unsignedMultiplyHigh(a1, b0) + unsignedMultiplyHigh(a2, b4n)
        + unsignedMultiplyHigh(a3, b3n) + unsignedMultiplyHigh(a4, b2n);
    long h2 = unsignedMultiplyHigh(a0, b2) + unsignedMultiplyHigh(a1, b1) + unsignedMultiplyHigh(a2, b0)
        + unsignedMultiplyHigh(a3, b4n) + unsignedMultiplyHigh(a4, b3n);
    long h3 = unsignedMultiplyHigh(a0, b3) + unsignedMultiplyHigh(a1, b2) + unsignedMultiplyHigh(a2, b1)
        + unsignedMultiplyHigh(a3, b0) + unsignedMultiplyHigh(a4, b4n);
    long h4 = unsignedMultiplyHigh(a0, b4) + unsignedMultiplyHigh(a1, b3) + unsignedMultiplyHigh(a2, b2)
        + unsignedMultiplyHigh(a3, b1) + unsignedMultiplyHigh(a4, b0);
    split(r, ro, l0, l1, l2, l3, l4, h0, h1, h2, h3, h4);
  }

  static void square(long[] r, int ro, long[] a, int ao) {
    long a0 = a[ao];
    long a1 = a[ao + 1];
    long a2 = a[ao + 2];
    long a3 = a[ao + 3];
    long a4 = a[ao + 4];
    long a0d = 2 * a0;
    long a1d = 2 * a1;
    long a3n = 19 * a3;
    long a4n = 19 * a4;
    // each doubled product is doubled after its split, so that no operand grows beyond 58 bits
    long l0 = a0 * a0 + 2 * (a1 * a4n + a2 * a3n);
    long l1 = a0d * a1 + 2 * (a2 * a4n) + a3 * a3n;
    long l2 = a0d * a2 + a1 * a1 + 2 * (a3 * a4n);
    long l3 = a0d * a3 + a1d * a2 + a4 * a4n;
    long l4 = a0d * a4 + a1d * a3 + a2 * a2;
    long a0s = a0 << 7;
    long a1s = a1 << 7;
    long a2s = a2 << 7;
    long a3s = a3 << 7;
    long a4s = a4 << 7;
    a0d <<= 6;
    a1d <<= 6;
    a3n <<= 6;
    a4n <<= 6;
    long h0 = unsignedMultiplyHigh(a0s, a0 << 6)
        + 2 * (unsignedMultiplyHigh(a1s, a4n) + unsignedMultiplyHigh(a2s, a3n));
    long h1 = unsignedMultiplyHigh(a1s, a0d) + 2 * unsignedMultiplyHigh(a2s, a4n) + unsignedMultiplyHigh(a3s, a3n);
    long h2 = unsignedMultiplyHigh(a2s, a0d) + unsignedMultiplyHigh(a1s, a1 << 6)
        + 2 * unsignedMultiplyHigh(a3s, a4n);
    long h3 = unsignedMultiplyHigh(a3s, a0d) + unsignedMultiplyHigh(a2s, a1d) + unsignedMultiplyHigh(a4s, a4n);
    long h4 = unsignedMultiplyHigh(a4s, a0d) + unsignedMultiplyHigh(a3s, a1d) + unsignedMultiplyHigh(a2s, a2 << 6);
    split(r, ro, l0, l1, l2, l3, l4, h0, h1, h2, h3, h4);
  }

  /** Squares {@code times} times. */
  private static void squares(long[] r, int ro, long[] a, int ao, int times) {
    square(r, ro, a, ao);
    for (int i = 1; i < times; i++) {
      square(r, ro, r, ro);
    }
  }

  /** a^(2^252 - 3), which a square root and an inverse are made of; works in a scratch array of its own. */
  private static long[] powerOf252Less3(long[] a, int ao) {
    var t = new long[20];
    square(t, 0, a, ao); // 2
    squares(t, 5, t, 0, 2); // 8
    multiply(t, 5, a, ao, t, 5); // 9
    multiply(t, 0, t, 0, t, 5); // 11
    square(t, 10, t, 0); // 22
    multiply(t, 0, t, 5, t, 10); // 2^5 - 1
    squares(t, 5, t, 0, 5);
    multiply(t, 0, t, 5, t, 0); // 2^10 - 1
    squares(t, 5, t, 0, 10);
    multiply(t, 5, t, 5, t, 0); // 2^20 - 1
    squares(t, 10, t, 5, 20);
    multiply(t, 5, t, 10, t, 5); // 2^40 - 1
    squares(t, 5, t, 5, 10);
    multiply(t, 0, t, 5, t, 0); // 2^50 - 1
    squares(t, 5, t, 0, 50);
    multiply(t, 5, t, 5, t, 0); // 2^100 - 1
    squares(t, 10, t, 5, 100);
    multiply(t, 5, t, 10, t, 5); // 2^200 - 1
    squares(t, 5, t, 5, 50);
    multiply(t, 0, t, 5, t, 0); // 2^250 - 1
    squares(t, 0, t, 0, 2);
    multiply(t, 0, t, 0, a, ao); // 2^252 - 3
    return t;
  }

  /** a^(p-2); 0 for 0. */
  static void invert(long[] r, int ro, long[] a, int ao) {
    long[] t = powerOf252Less3(a, ao);
    // p - 2 = 8 (2^252 - 3) + 3
    squares(t, 0, t, 0, 3);
    square(t, 5, a, ao);
    multiply(t, 5, t, 5, a, ao);
    multiply(r, ro, t, 0, t, 5);
  }

  /**
   * A root of u/v, if there is one (RFC 8032, section 5.1.3).
   *
   * @return whether {@code r} holds one
   */
  static boolean rootOfQuotient(long[] r, long[] u, long[] v) {
    var t = new long[15];
    square(t, 0, v, 0);
    multiply(t, 0, t, 0, v, 0); // v^3
    square(t, 5, t, 0);
    multiply(t, 5, t, 5, v, 0);
    multiply(t, 5, t, 5, u, 0); // u v^7
    long[] power = powerOf252Less3(t, 5);
    multiply(t, 0, t, 0, u, 0);
    multiply(r, 0, t, 0, power, 0);
    square(t, 5, r, 0);
    multiply(t, 5, t, 5, v, 0); // v r^2, which is u, -u, or neither
    if (same(t, 5, u, 0)) {
      return true;
    }
    negate(t, 10, u, 0);
    if (!same(t, 5, t, 10)) {
      return false;
    }
    multiply(r, 0, r, 0, ROOT_OF_MINUS_ONE, 0);
    return true;
  }

  private static final long[] ROOT_OF_MINUS_ONE = of(
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P));

  /** The limbs of a number from 0 to p-1. */
  static long[] of(BigInteger number) {
    var limbs = new long[5];
    for (int i = 0; i < 5; i++) {
      limbs[i] = number.shiftRight(51 * i).longValue() & MASK;
    }
    return limbs;
  }

  /** The number from 0 to p-1 in four words of 64 bits, least first. */
  static long[] reduced(long[] a, int ao) {
    var t = new long[5];
    settle(t, 0, a[ao], a[ao + 1], a[ao + 2], a[ao + 3], a[ao + 4]);
    settle(t, 0, t[0], t[1], t[2], t[3], t[4]);
    // below 2^255 + 19·2: adding 19 and dropping bit 255 takes p off where there is one to take off
    long carry = (t[0] + 19) >>> 51;
    carry = (t[1] + carry) >>> 51;
    carry = (t[2] + carry) >>> 51;
    carry = (t[3] + carry) >>> 51;
    carry = (t[4] + carry) >>> 51;
    long c0 = t[0] + 19 * carry;
    long c1 = t[1] + (c0 >>> 51);
    long c2 = t[2] + (c1 >>> 51);
    long c3 = t[3] + (c2 >>> 51);
    long c4 = t[4] + (c3 >>> 51) & MASK;
    c0 &= MASK;
    c1 &= MASK;
    c2 &= MASK;
    c3 &= MASK;
    return new long[]{c0 | c1 << 51, c1 >>> 13 | c2 << 38, c2 >>> 26 | c3 << 25, c3 >>> 39 | c4 << 12};
  }

  static boolean same(long[] a, int ao, long[] b, int bo) {
    return java.util.Arrays.equals(reduced(a, ao), reduced(b, bo));
  }

  static boolean isZero(long[] a, int ao) {
    long[] words = reduced(a, ao);
    return (words[0] | words[1] | words[2] | words[3]) == 0;
  }

  /** Limbs of a number given in four words, of which bit 255 is dropped. */
  static void ofWords(long[] r, int ro, long w0, long w1, long w2, long w3) {
    r[ro] = w0 & MASK;
    r[ro + 1] = (w0 >>> 51 | w1 << 13) & MASK;
    r[ro + 2] = (w1 >>> 38 | w2 << 26) & MASK;
    r[ro + 3] = (w2 >>> 25 | w3 << 39) & MASK;
    r[ro + 4] = w3 >>> 12 & MASK;
  }
}
