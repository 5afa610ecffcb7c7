// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import org.groundwork.linkage.Names;

/** Compares persons' names, refusing at once those whose letters differ too much. */
final class SpellingMatcher {
  /** A changed letter is one letter less and one more. */
  private static final int PER_SLIP = 2;
  private static final int SHORT = 12;
  private final Texts persons;
  private final long[] letters;
  private final byte[] lengths;

  SpellingMatcher(Texts persons) {
    this.persons = persons;
    letters = new long[persons.size()];
    lengths = new byte[persons.size()];
    for (int i = 0; i < letters.length; i++) {
      String key = persons.key(i);
      letters[i] = counted(key);
      lengths[i] = (byte) Math.min(key.length(), Byte.MAX_VALUE);
    }
  }

  /** How often each letter occurs: two bits, none, one or both set for none, once and more. */
  private static long counted(String key) {
    long counts = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != ' ') {
        int at = 2 * (c & 31);
        counts |= (counts & (1L << at)) == 0 ? 1L << at : 2L << at;
      }
    }
    return counts;
  }

  boolean similar(int a, int b) {
    int slips = Math.min(lengths[a], lengths[b]) <= SHORT ? 1 : 2;
    return Long.bitCount(letters[a] ^ letters[b]) <= PER_SLIP * slips && Math.abs(lengths[a] - lengths[b]) <= 1 + slips
        && a != b && Names.similarPersons(persons.key(a), persons.key(b));
  }
}
