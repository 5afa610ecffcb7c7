// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.groundwork.linkage.SiteIds;

/** Sorts identifiers by {@link SiteIds#ORDER}, quickly where all are digits, as parcels' numbers are. */
public final class IdOrder {
  /** So many digits in base eleven fit into a long. */
  private static final int DIGITS = 18;

  private IdOrder() {}

  /** The places of the identifiers in order; equal ones in the order given. */
  public static int[] of(List<String> ids) {
    long[] keys = new long[ids.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(ids.get(i));
      if (keys[i] < 0) {
        return compared(ids);
      }
    }
    return byKey(keys);
  }

  /** Digits from the left in base eleven, where nothing is less than 0; -1 if there are others, or too many. */
  private static long key(String id) {
    if (id.length() > DIGITS) {
      return -1;
    }
    long key = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = 0;
      if (i < id.length()) {
        char c = id.charAt(i);
        if (c < '0' || c > '9') {
          return -1;
        }
        digit = c - '0' + 1;
      }
      key = key * 11 + digit;
    }
    return key;
  }

  private static int[] byKey(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    int[] next = new int[keys.length];
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int first = first(sorted, keys[i]);
      order[first + next[first]++] = i;
    }
    return order;
  }

  private static int first(long[] sorted, long key) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] compared(List<String> ids) {
    Integer[] order = new Integer[ids.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(ids::get, SiteIds.ORDER));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
