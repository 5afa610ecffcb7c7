// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/** Joins sites by the strongest candidates first, and keeps the pairs that joined. */
final class Forest {
  private final UnionFind sets;
  private final Separations separations;
  private final LongList pairs = new LongList();

  Forest(int sites, Separations separations) {
    this.sets = new UnionFind(sites);
    this.separations = separations;
  }

  /** Joins what may be joined. */
  void grow(Candidates candidates) {
    for (int at : candidates.strongestFirst()) {
      join(candidates.first(at), candidates.second(at));
    }
  }

  /** Joins two sites' networks, unless people separated them; whether they are one now. */
  boolean join(int a, int b) {
    int x = sets.find(a);
    int y = sets.find(b);
    if (x == y) {
      return true;
    }
    if (!separations.mayJoin(x, y, sets)) {
      return false;
    }
    sets.union(x, y);
    separations.joined(x, y);
    pairs.addPair(Math.min(a, b), Math.max(a, b));
    return true;
  }

  /** The smallest site of each site's network. */
  int[] networks() { return sets.roots(); }

  /** The pairs that joined, sorted. */
  LongList pairs() {
    pairs.sort();
    return pairs;
  }

  /** How many sites each network has, by its smallest site. */
  static int[] sizes(int[] networks) {
    int[] sizes = new int[networks.length];
    Arrays.stream(networks).forEach(n -> sizes[n]++);
    return sizes;
  }
}
