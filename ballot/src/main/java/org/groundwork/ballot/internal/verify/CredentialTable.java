// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.groundwork.ballot.internal.archive.Hash;

/**
 * The public credentials by their hashes, in about a hundred bytes each: their weights, and where in the file the last
 * ballot of each stands. Filled by one thread; then {@link #find} and {@link #weight} may be asked by many.
 */
final class CredentialTable {
  private static final int WORDS = 4;
  private static final int NONE = -1;
  /** Of slots that may be taken, in tenths. */
  private static final int FULL = 7;
  private long[] hashes = new long[WORDS * 16];
  private int[] slots = empty(32);
  private long[] lastFrom = new long[16];
  private int[] lastLength = new int[16];
  private long[] weights = {};
  private int count;

  private static int[] empty(int size) {
    var slots = new int[size];
    Arrays.fill(slots, NONE);
    return slots;
  }

  static Hash hash(String credential) { return Hash.of(credential.getBytes(StandardCharsets.US_ASCII)); }

  int count() { return count; }

  /** Adds a credential; false if it is there already. */
  boolean add(Hash hash, long weight) {
    if (find(hash) != NONE) {
      return false;
    }
    if (10L * count >= (long) FULL * slots.length) {
      grow();
    }
    if (count == lastFrom.length) {
      int size = count + (count >> 1);
      hashes = Arrays.copyOf(hashes, WORDS * size);
      lastFrom = Arrays.copyOf(lastFrom, size);
      lastLength = Arrays.copyOf(lastLength, size);
      weights = weights.length == 0 ? weights : Arrays.copyOf(weights, size);
    }
    int at = WORDS * count;
    hashes[at] = hash.first();
    hashes[at + 1] = hash.second();
    hashes[at + 2] = hash.third();
    hashes[at + 3] = hash.fourth();
    if (weight != 1 && weights.length == 0) {
      weights = new long[lastFrom.length];
      Arrays.fill(weights, 0, count, 1);
    }
    if (weights.length != 0) {
      weights[count] = weight;
    }
    slots[slot(hash)] = count++;
    return true;
  }

  private void grow() {
    slots = empty(2 * slots.length);
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      slots[slot(new Hash(hashes[at], hashes[at + 1], hashes[at + 2], hashes[at + 3]))] = i;
    }
  }

  /** The slot of a hash, or the free one where it would be. */
  private int slot(Hash hash) {
    int slot = (int) (hash.first() >>> 33) % slots.length;
    while (slots[slot] != NONE && !is(slots[slot], hash)) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }

  private boolean is(int index, Hash hash) {
    int at = WORDS * index;
    return hashes[at] == hash.first() && hashes[at + 1] == hash.second() && hashes[at + 2] == hash.third()
        && hashes[at + 3] == hash.fourth();
  }

  /** The number of a credential from 0, or -1. */
  int find(Hash hash) { return slots[slot(hash)]; }

  long weight(int index) { return weights.length == 0 ? 1 : weights[index]; }

  BigInteger totalWeight() {
    BigInteger total = BigInteger.ZERO;
    for (int i = 0; i < count; i++) {
      total = total.add(BigInteger.valueOf(weight(i)));
    }
    return total;
  }

  /** Whether somebody voted under this credential. */
  boolean voted(int index) { return lastLength[index] != 0; }

  long lastFrom(int index) { return lastFrom[index]; }

  int lastLength(int index) { return lastLength[index]; }

  void vote(int index, long from, int length) {
    lastFrom[index] = from;
    lastLength[index] = length;
  }
}
