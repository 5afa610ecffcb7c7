// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/** A growing list of longs that can be sorted. */
final class LongList {
  private long[] values = new long[64];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** A pair of ints, sorted by the first and then the second; neither is negative. */
  void addPair(int first, int second) {
    add(((long) first << 32) | second);
  }

  long get(int at) { return values[at]; }

  int first(int at) { return (int) (values[at] >>> 32); }

  int second(int at) { return (int) values[at]; }

  int size() { return size; }

  void clear() { size = 0; }

  void sort() { Arrays.sort(values, 0, size); }
}
