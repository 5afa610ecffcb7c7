// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Where secret numbers come from. Passed to whatever needs some; outside of tests it is {@link #secure}.
 */
public interface Randomness {
  /** Fills bytes, each of 256 values as likely as any other whatever was drawn before. */
  void fill(byte[] bytes);

  /** The operating system's. */
  static Randomness secure() {
    var random = new SecureRandom();
    return random::nextBytes;
  }

  /**
   * A number from 0 to {@code bound} - 1, each as likely: numbers of as many bits are drawn until one is below.
   *
   * @param bound one or more
   */
  default BigInteger below(BigInteger bound) {
    int bits = bound.subtract(BigInteger.ONE).bitLength();
    var bytes = new byte[(bits + 7) / 8];
    while (true) {
      fill(bytes);
      if ((bits & 7) != 0) {
        bytes[0] &= (byte) ((1 << (bits & 7)) - 1);
      }
      var number = new BigInteger(1, bytes);
      if (number.compareTo(bound) < 0) {
        java.util.Arrays.fill(bytes, (byte) 0);
        return number;
      }
    }
  }

  /** A number from 0 to {@code bound} - 1. */
  default int below(int bound) {
    return below(BigInteger.valueOf(bound)).intValue();
  }
}
