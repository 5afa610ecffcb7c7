// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal;

import java.math.BigInteger;

/** Arithmetic that never loses a bit unseen. */
public final class Exactly {
  private Exactly() {}

  /** {@code a * b / c}, the fraction dropped, for numbers that are not negative, whatever the product's size. */
  public static long timesOver(long a, long b, long c) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == 0 && low >= 0) {
      return low / c;
    }
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divide(BigInteger.valueOf(c)).longValueExact();
  }

  /** {@code a * b / c}, rounded up, for numbers that are not negative, whatever the product's size. */
  public static long timesOverUp(long a, long b, long c) {
    BigInteger[] parts = BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .divideAndRemainder(BigInteger.valueOf(c));
    return Math.addExact(parts[0].longValueExact(), parts[1].signum());
  }

  /** Ten to a power of 0 … 18. */
  public static long ten(int power) {
    long ten = 1;
    for (int at = 0; at < power; at++) {
      ten = Math.multiplyExact(ten, 10L);
    }
    return ten;
  }
}
