// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

/**
 * Which pairs are worth telling: those that joined a network, and in small networks every pair that has evidence of its
 * own.
 */
final class LinkChoice {
  /** Networks up to this size tell every evidenced pair. */
  static final int SMALL = 6;
  private final Candidates candidates;
  private final Forest forest;

  LinkChoice(Candidates candidates, Forest forest) {
    this.candidates = candidates;
    this.forest = forest;
  }

  /** The pairs, sorted, each once. */
  LongList pairs() {
    int[] networks = forest.networks();
    int[] sizes = Forest.sizes(networks);
    LongList joined = forest.pairs();
    var all = new LongList();
    for (int i = 0; i < joined.size(); i++) {
      all.add(joined.get(i));
    }
    for (int i = 0; i < candidates.size(); i++) {
      int a = candidates.first(i);
      if (networks[a] == networks[candidates.second(i)] && sizes[networks[a]] <= SMALL) {
        all.addPair(a, candidates.second(i));
      }
    }
    all.sort();
    var distinct = new LongList();
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || all.get(i) != all.get(i - 1)) {
        distinct.add(all.get(i));
      }
    }
    return distinct;
  }
}
