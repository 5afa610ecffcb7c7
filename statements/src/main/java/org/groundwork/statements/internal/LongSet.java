// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal;

/** Numbers that were seen, in 16 to 32 bytes each. */
final class LongSet {
  private long[] slots = new long[1 << 10];
  private int size;
  private boolean zero;

  /** Adds a number; whether it was not there. */
  boolean add(long number) {
    if (number == 0) {
      boolean first = !zero;
      zero = true;
      return first;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    boolean first = put(slots, number);
    size += first ? 1 : 0;
    return first;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long each : slots) {
      if (each != 0) {
        put(larger, each);
      }
    }
    slots = larger;
  }

  /** Hashes are spread already, so their low bits say where one stands. */
  private static boolean put(long[] into, long number) {
    int at = (int) number & (into.length - 1);
    while (into[at] != 0) {
      if (into[at] == number) {
        return false;
      }
      at = (at + 1) & (into.length - 1);
    }
    into[at] = number;
    return true;
  }
}
