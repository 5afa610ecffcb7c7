// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.util.Arrays;
import org.groundwork.ballot.internal.archive.Hash;

/** Hashes that were seen, in some fifty bytes each. */
final class HashSet256 {
  private static final int WORDS = 4;
  private long[] words = new long[WORDS * 64];
  private boolean[] taken = new boolean[64];
  private int count;

  /** Adds a hash; false if it was there. */
  boolean add(Hash hash) {
    if (10L * count >= 7L * taken.length) {
      grow();
    }
    int slot = slot(hash);
    if (taken[slot]) {
      return false;
    }
    put(slot, hash);
    count++;
    return true;
  }

  /** Whether a hash was added. */
  boolean contains(Hash hash) { return taken[slot(hash)]; }

  private void put(int slot, Hash hash) {
    taken[slot] = true;
    words[WORDS * slot] = hash.first();
    words[WORDS * slot + 1] = hash.second();
    words[WORDS * slot + 2] = hash.third();
    words[WORDS * slot + 3] = hash.fourth();
  }

  private Hash at(int slot) {
    return new Hash(words[WORDS * slot], words[WORDS * slot + 1], words[WORDS * slot + 2], words[WORDS * slot + 3]);
  }

  private int slot(Hash hash) {
    int slot = (int) (hash.first() >>> 33) % taken.length;
    while (taken[slot] && !at(slot).equals(hash)) {
      slot = slot + 1 == taken.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldWords = words;
    boolean[] oldTaken = taken;
    taken = new boolean[oldTaken.length + (oldTaken.length >> 1)];
    words = new long[WORDS * taken.length];
    for (int i = 0; i < oldTaken.length; i++) {
      if (oldTaken[i]) {
        var hash = new Hash(oldWords[WORDS * i], oldWords[WORDS * i + 1], oldWords[WORDS * i + 2],
            oldWords[WORDS * i + 3]);
        put(slot(hash), hash);
      }
    }
    Arrays.fill(oldWords, 0);
  }
}
