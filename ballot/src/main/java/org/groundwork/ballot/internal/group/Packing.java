// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/** Small numbers one after the other in a large one. */
final class Packing {
  private Packing() {}

  static BigInteger pack(int[] values, int bits, int most) {
    if (values.length > most) {
      throw new IllegalArgumentException("an element holds " + most + " numbers, not " + values.length);
    }
    BigInteger packed = BigInteger.ZERO;
    for (int value : values) {
      if (value < 0 || value >= 1 << bits) {
        throw new IllegalArgumentException("a number is from 0 to " + ((1 << bits) - 1) + ", not " + value);
      }
      packed = packed.shiftLeft(bits).or(BigInteger.valueOf(value));
    }
    return packed;
  }

  static int[] unpack(BigInteger packed, int bits, int count) {
    var values = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      values[i] = packed.intValue() & (1 << bits) - 1;
      packed = packed.shiftRight(bits);
    }
    return values;
  }
}
