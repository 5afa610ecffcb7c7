// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/** A list of ints for each of so many owners, packed: all lists one after the other, and where each starts. */
final class Lists {
  private final int[] starts;
  private final int[] values;

  Lists(int[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
  }

  /** All lists, one after the other; not to be changed. */
  int[] values() { return values; }

  int owners() { return starts.length - 1; }

  int start(int owner) { return starts[owner]; }

  int end(int owner) { return starts[owner + 1]; }

  int size(int owner) { return starts[owner + 1] - starts[owner]; }

  /** For each value the owners that have it, in order. */
  Lists inverse(int count) {
    int[] at = new int[count + 1];
    for (int value : values) {
      at[value + 1]++;
    }
    for (int i = 0; i < count; i++) {
      at[i + 1] += at[i];
    }
    int[] from = Arrays.copyOf(at, at.length);
    int[] owners = new int[values.length];
    for (int owner = 0; owner < owners(); owner++) {
      for (int i = start(owner); i < end(owner); i++) {
        owners[at[values[i]]++] = owner;
      }
    }
    return new Lists(from, owners);
  }

  /** The same lists with each value replaced, and each list without repetitions and sorted. */
  Lists mapped(int[] to) {
    int[] from = new int[starts.length];
    int[] all = new int[values.length];
    int n = 0;
    for (int owner = 0; owner < owners(); owner++) {
      from[owner] = n;
      int begin = n;
      for (int i = start(owner); i < end(owner); i++) {
        all[n++] = to[values[i]];
      }
      n = distinct(all, begin, n);
    }
    from[owners()] = n;
    return new Lists(from, Arrays.copyOf(all, n));
  }

  private static int distinct(int[] values, int begin, int end) {
    Arrays.sort(values, begin, end);
    int n = begin;
    for (int i = begin; i < end; i++) {
      if (i == begin || values[i] != values[n - 1]) {
        values[n++] = values[i];
      }
    }
    return n;
  }
}
