// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

/**
 * Multiplication in Montgomery's form modulo one odd number whose highest bit is set. Words of 64 bits, least first,
 * always below the modulus.
 */
interface Kernel {
  /** r = a · b / 2^(64 · words); {@code r} may be one of the others. */
  void multiply(long[] r, long[] a, long[] b);

  /** r = a · a / 2^(64 · words). */
  void square(long[] r, long[] a);

  /** Whether powers of changing bases are cheaper by {@link java.math.BigInteger#modPow}. */
  boolean slowerThanModPow();
}
