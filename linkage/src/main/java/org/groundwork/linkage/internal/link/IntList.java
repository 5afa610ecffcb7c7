// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/** A growing list of ints. */
final class IntList {
  private int[] values;
  private int size;

  IntList(int capacity) { values = new int[Math.max(capacity, 4)]; }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1) + 4);
    }
    values[size++] = value;
  }

  int get(int at) { return values[at]; }

  void set(int at, int value) { values[at] = value; }

  int size() { return size; }

  void clear() { size = 0; }

  int[] range(int from, int to) { return Arrays.copyOfRange(values, from, to); }

  int[] toArray() { return Arrays.copyOf(values, size); }
}
