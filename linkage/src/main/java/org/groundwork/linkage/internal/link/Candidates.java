// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/** Pairs of sites that some evidence joins, with its strength per mille. */
final class Candidates {
  static final int MOST = 1000;
  private final IntList first = new IntList(1 << 12);
  private final IntList second = new IntList(1 << 12);
  private final IntList strength = new IntList(1 << 12);

  void add(int a, int b, int perMille) {
    if (a == b) {
      return;
    }
    first.add(Math.min(a, b));
    second.add(Math.max(a, b));
    strength.add(perMille);
  }

  void addAll(Candidates others) {
    for (int i = 0; i < others.size(); i++) {
      add(others.first(i), others.second(i), others.strength(i));
    }
  }

  /** Those whose two sites are in one cluster. */
  Candidates within(int[] clusterOf) {
    var kept = new Candidates();
    for (int i = 0; i < size(); i++) {
      if (clusterOf[first(i)] == clusterOf[second(i)]) {
        kept.add(first(i), second(i), strength(i));
      }
    }
    return kept;
  }

  int size() { return first.size(); }

  int first(int at) { return first.get(at); }

  int second(int at) { return second.get(at); }

  int strength(int at) { return strength.get(at); }

  /** The candidates from the strongest on; of equally strong ones those found first. */
  int[] strongestFirst() {
    int[] at = new int[MOST + 2];
    for (int i = 0; i < size(); i++) {
      at[MOST - strength(i) + 1]++;
    }
    for (int i = 0; i <= MOST; i++) {
      at[i + 1] += at[i];
    }
    int[] order = new int[size()];
    for (int i = 0; i < size(); i++) {
      order[at[MOST - strength(i)]++] = i;
    }
    return order;
  }
}
