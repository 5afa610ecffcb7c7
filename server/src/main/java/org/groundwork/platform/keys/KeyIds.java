// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ids of one purpose's keys. An id is public: it stands in the header of everything sealed with the key.
 *
 * @param primary the key that seals now
 * @param older keys that still open what was sealed before, and are needed until those rows are sealed anew
 */
public record KeyIds(int primary, SortedSet<Integer> older) {

  /** @throws IllegalArgumentException if the primary is among the older */
  public KeyIds {
    if (older.contains(primary))
      throw new IllegalArgumentException("a key is either primary or older");
    older = Collections.unmodifiableSortedSet(new TreeSet<>(older));
  }

  /** True if the id is the primary's or an older one's. */
  public boolean knows(int id) {
    return id == primary || older.contains(id);
  }
}
