// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import java.math.BigInteger;

/** Numbers as words of 64 bits, least first. */
final class Words {
  private Words() {}

  static long[] of(BigInteger number, int count) {
    byte[] big = number.toByteArray();
    var words = new long[count];
    for (int i = 0; i < big.length; i++) {
      int at = big.length - 1 - i;
      if (i >> 3 < count) {
        words[i >> 3] |= (big[at] & 0xffL) << (8 * (i & 7));
      }
    }
    return words;
  }

  static BigInteger number(long[] words) {
    var big = new byte[8 * words.length];
    for (int i = 0; i < big.length; i++) {
      big[big.length - 1 - i] = (byte) (words[i >> 3] >>> (8 * (i & 7)));
    }
    return new BigInteger(1, big);
  }
}
