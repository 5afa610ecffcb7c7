// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

/** The rows already read, by their hash, with the place of the first. */
final class SeenRows {
  private long[] hashes = new long[1 << 12];
  private long[] places = new long[1 << 12];
  private int size;

  /** The place given with the same hash before; -1 if there was none, and then this one is kept. */
  long put(long hash, long place) {
    if (size * 2 >= hashes.length) {
      grow();
    }
    int at = find(hash);
    if (hashes[at] == hash) {
      return places[at];
    }
    hashes[at] = hash;
    places[at] = place;
    size++;
    return -1;
  }

  private int find(long hash) {
    int mask = hashes.length - 1;
    int at = (int) ((hash * 0x9E3779B97F4A7C15L) >>> 20) & mask;
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldPlaces = places;
    hashes = new long[oldHashes.length * 2];
    places = new long[oldHashes.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int at = find(oldHashes[i]);
        hashes[at] = oldHashes[i];
        places[at] = oldPlaces[i];
      }
    }
  }
}
