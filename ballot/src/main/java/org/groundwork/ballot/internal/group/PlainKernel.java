// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import static java.lang.Math.unsignedMultiplyHigh;

/** Plain Java: operands scanned word by word, product and reduction in turn (Koç, Acar, Kaliski 1996, "CIOS"). */
final class PlainKernel implements Kernel {
  private final long[] modulus;
  private final long minusInverse;
  private final ThreadLocal<long[]> scratch;

  PlainKernel(long[] modulus) {
    this.modulus = modulus.clone();
    this.minusInverse = minusInverse(modulus[0]);
    int size = modulus.length + 1;
    this.scratch = ThreadLocal.withInitial(() -> new long[size]);
  }

  /** -1/m modulo 2^64, by Newton's iteration: each step doubles the bits that are right. */
  static long minusInverse(long m) {
    long inverse = m;
    for (int i = 0; i < 6; i++) {
      inverse *= 2 - m * inverse;
    }
    return -inverse;
  }

  @Override
  public void multiply(long[] r, long[] a, long[] b) {
    long[] t = scratch.get();
    java.util.Arrays.fill(t, 0);
    int n = modulus.length;
    long top = 0;
    for (int i = 0; i < n; i++) {
      long high = addProduct(t, a[i], b, n);
      long sum = t[n] + high;
      top += carry(t[n], high, sum);
      t[n] = sum;
      high = reduceByOne(t, modulus, t[0] * minusInverse, n);
      sum = t[n] + high;
      top += carry(t[n], high, sum);
      t[n - 1] = sum;
      t[n] = top;
      top = 0;
    }
    take(r, t, t[n], modulus);
  }

  @Override
  public void square(long[] r, long[] a) { multiply(r, a, a); }

  @Override
  public boolean slowerThanModPow() { return true; }

  /** 1 if the sum of two words went over. */
  private static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> 63;
  }

  /** t += a · b; what goes over the last word. */
  private static long addProduct(long[] t, long a, long[] b, int n) {
    long over = 0;
    for (int j = 0; j < n; j++) {
      long low = a * b[j];
      long high = unsignedMultiplyHigh(a, b[j]);
      long sum = low + t[j];
      high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
      long all = sum + over;
      high += Long.compareUnsigned(all, sum) < 0 ? 1 : 0;
      t[j] = all;
      over = high;
    }
    return over;
  }

  /** t = (t + m · modulus) / 2^64; what goes over the last word. */
  private static long reduceByOne(long[] t, long[] modulus, long m, int n) {
    long low = m * modulus[0];
    long over = unsignedMultiplyHigh(m, modulus[0]) + (low != 0 ? 1 : 0); // t[0] + low is 2^64, or both are 0
    for (int j = 1; j < n; j++) {
      low = m * modulus[j];
      long high = unsignedMultiplyHigh(m, modulus[j]);
      long sum = low + t[j];
      high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
      long all = sum + over;
      high += Long.compareUnsigned(all, sum) < 0 ? 1 : 0;
      t[j - 1] = all;
      over = high;
    }
    return over;
  }

  /** r = t, with a word above it, less the modulus where that is not below it. */
  static void take(long[] r, long[] t, long above, long[] modulus) {
    int n = modulus.length;
    long borrow = 0;
    for (int j = 0; j < n; j++) {
      long d = t[j] - modulus[j];
      long under = Long.compareUnsigned(t[j], modulus[j]) < 0 ? 1 : 0;
      long e = d - borrow;
      under += Long.compareUnsigned(d, borrow) < 0 ? 1 : 0;
      r[j] = e;
      borrow = under;
    }
    // t stays where the modulus went under and nothing was above: without a branch on secret words
    long mask = -(borrow & ~above & 1);
    for (int j = 0; j < n; j++) {
      r[j] ^= (r[j] ^ t[j]) & mask;
    }
  }
}
