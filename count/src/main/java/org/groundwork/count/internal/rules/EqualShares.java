// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.rules;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * What each of some equal candidates gets of a paper that counts as every order of them in equal parts.
 *
 * <p>
 * An order drawn at random is one in which everybody comes at a moment of their own between 0 and 1. Whoever comes at
 * <i>t</i> finds each other who keeps <i>k</i> there already with the chance <i>t</i>, and gets what they leave: the
 * integral from 0 to 1 of the product of 1 − <i>kt</i> over the others, times their own keep value. The product is a
 * polynomial, so that the part is an exact fraction, and no order is ever gone through.
 */
final class EqualShares {
  private final long one;
  private final long[] keep;
  private final int hopefuls;

  /**
   * @param one whole, in units
   * @param keep what each of the elected among them keeps, in units
   * @param hopefuls how many of them continue, who keep all that is left
   */
  EqualShares(long one, long[] keep, int hopefuls) {
    this.one = one;
    this.keep = keep;
    this.hopefuls = hopefuls;
  }

  /**
   * The part of each in units, the fraction dropped: first of the elected, in order, then of one who continues, if there
   * is one.
   */
  long[] parts() {
    var parts = new long[keep.length + (hopefuls > 0 ? 1 : 0)];
    if (keep.length == 0) {
      Arrays.fill(parts, one / Math.max(1, hopefuls));
      return parts;
    }
    BigInteger[] all = product();
    for (int at = 0; at < keep.length; at++) {
      parts[at] = part(keep[at], without(all, keep[at]), hopefuls);
    }
    if (hopefuls > 0) {
      parts[keep.length] = part(one, all, hopefuls - 1);
    }
    return parts;
  }

  /** The product of {@code one − k·t} over the elected, by powers of t. */
  private BigInteger[] product() {
    BigInteger[] product = {BigInteger.ONE};
    for (long each : keep) {
      var next = new BigInteger[product.length + 1];
      Arrays.fill(next, BigInteger.ZERO);
      for (int power = 0; power < product.length; power++) {
        next[power] = next[power].add(product[power].multiply(BigInteger.valueOf(one)));
        next[power + 1] = next[power + 1].subtract(product[power].multiply(BigInteger.valueOf(each)));
      }
      product = next;
    }
    return product;
  }

  /** The same without one of its factors. */
  private BigInteger[] without(BigInteger[] product, long factor) {
    var rest = new BigInteger[product.length - 1];
    BigInteger before = BigInteger.ZERO;
    for (int power = 0; power < rest.length; power++) {
      before = product[power].add(before.multiply(BigInteger.valueOf(factor))).divide(BigInteger.valueOf(one));
      rest[power] = before;
    }
    return rest;
  }

  /** {@code kept} times the integral of a polynomial times (1 − t) to a power, which is a sum of beta functions. */
  private long part(long kept, BigInteger[] polynomial, int power) {
    int degree = polynomial.length - 1;
    BigInteger above = BigInteger.ZERO;
    BigInteger below = BigInteger.valueOf(one).pow(degree);
    BigInteger later = BigInteger.ONE;
    var laters = new BigInteger[degree + 1];
    for (int at = degree; at >= 0; at--) {
      laters[at] = later;
      later = later.multiply(BigInteger.valueOf((long) power + at + 1));
    }
    BigInteger factorial = BigInteger.ONE;
    for (int at = 0; at <= degree; at++) {
      factorial = at == 0 ? factorial : factorial.multiply(BigInteger.valueOf(at));
      above = above.add(polynomial[at].multiply(factorial).multiply(laters[at]));
    }
    return above.multiply(BigInteger.valueOf(kept)).divide(below.multiply(later)).longValueExact();
  }
}
