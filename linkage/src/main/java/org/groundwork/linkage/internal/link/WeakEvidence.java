// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.List;

/**
 * Evidence that stands on one leg: an address, or a person alone, or a company with its address. It counts only while
 * few unrelated groups share it, and only for groups in which it is at home.
 */
final class WeakEvidence {
  private static final int ROUNDS = 3;
  private final List<Block> blocks;
  private final UnionFind clusters;
  private int[] clusterOf;
  private int[] sizes;
  private final int[] count;
  private final IntList home = new IntList(16);

  /**
   * Values of one kind with the sites that share each and what each is worth; 0 for those that do not count.
   */
  static final class Block {
    private final Lists sites;
    private final int[] weights;

    Block(Lists sites, int[] weights) {
      this.sites = sites;
      this.weights = weights;
    }
  }

  /**
   * Starts from groups.
   *
   * @param cores the group that strong evidence put each site in, by its smallest site
   */
  WeakEvidence(List<Block> blocks, int[] cores) {
    this.blocks = blocks;
    this.clusterOf = cores;
    this.sizes = Forest.sizes(cores);
    this.count = new int[cores.length];
    this.clusters = new UnionFind(cores.length);
    for (int site = 0; site < cores.length; site++) {
      clusters.union(site, cores[site]);
    }
  }

  /** The clusters that groups become, numbered by their smallest site. */
  int[] clusters() {
    for (int i = 0; i < ROUNDS && joinRound(); i++) {
      clusterOf = clusters.roots();
      sizes = Forest.sizes(clusterOf);
    }
    return clusterOf;
  }

  private boolean joinRound() {
    boolean any = false;
    for (Block block : blocks) {
      for (int value = 0; value < block.weights.length; value++) {
        if (block.weights[value] > 0) {
          atHome(block.sites, value);
          for (int i = 1; i < home.size(); i++) {
            any |= clusters.union(home.get(i - 1), home.get(i));
          }
        }
      }
    }
    return any;
  }

  /** Finds the sites of a value in whose cluster the value is no stranger. */
  private void atHome(Lists sites, int value) {
    for (int i = sites.start(value); i < sites.end(value); i++) {
      count[clusterOf[sites.values()[i]]]++;
    }
    home.clear();
    for (int i = sites.start(value); i < sites.end(value); i++) {
      int cluster = clusterOf[sites.values()[i]];
      if (count[cluster] * 1000L >= (long) sizes[cluster] * Strength.AT_HOME) {
        home.add(sites.values()[i]);
      }
    }
    for (int i = sites.start(value); i < sites.end(value); i++) {
      count[clusterOf[sites.values()[i]]] = 0;
    }
  }

  /** Links what the values that count join within a cluster. */
  void collect(Candidates candidates) {
    var entries = new LongList();
    for (Block block : blocks) {
      for (int value = 0; value < block.weights.length; value++) {
        if (block.weights[value] > 0) {
          entries.clear();
          for (int i = block.sites.start(value); i < block.sites.end(value); i++) {
            entries.addPair(clusterOf[block.sites.values()[i]], block.sites.values()[i]);
          }
          entries.sort();
          chain(candidates, entries, block.weights[value]);
        }
      }
    }
  }

  /** Every pair of a small block, neighbours of a large one. */
  private static void chain(Candidates candidates, LongList entries, int weight) {
    int reach = entries.size() <= LinkChoice.SMALL ? LinkChoice.SMALL : 1;
    for (int i = 0; i < entries.size(); i++) {
      for (int j = i + 1; j < Math.min(entries.size(), i + 1 + reach); j++) {
        if (entries.first(i) == entries.first(j)) {
          candidates.add(entries.second(i), entries.second(j), weight);
        }
      }
    }
  }
}
