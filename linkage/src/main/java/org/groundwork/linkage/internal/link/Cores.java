// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.Arrays;

/**
 * Puts each site into the group of those who sign for it. A group is first the signatures that strong evidence makes
 * one person's; groups then become one where they sign together often enough. One building with two signers does not
 * join two portfolios.
 */
final class Cores {
  /** Groups of one site that are compared each with each; above, each with its neighbour. */
  private static final int MOST_COMPARED = 12;
  private static final int ROUNDS = 4;
  private final Lists owners;
  private final UnionFind groups;
  private int[] groupOf;

  Cores(Lists owners, UnionFind signatures) {
    this.owners = owners;
    this.groups = signatures;
    this.groupOf = signatures.roots();
    for (int i = 0; i < ROUNDS && mergeRound(); i++) {
      groupOf = groups.roots();
    }
  }

  /** Sites of each group. */
  private int[] sizes() {
    int[] sizes = new int[groupOf.length];
    var seen = new IntList(16);
    for (int site = 0; site < owners.owners(); site++) {
      distinctGroups(site, seen);
      for (int i = 0; i < seen.size(); i++) {
        sizes[seen.get(i)]++;
      }
    }
    return sizes;
  }

  private void distinctGroups(int site, IntList into) {
    into.clear();
    for (int i = owners.start(site); i < owners.end(site); i++) {
      boolean known = false;
      for (int j = 0; j < into.size() && !known; j++) {
        known = into.get(j) == groupOf[i];
      }
      if (!known) {
        into.add(groupOf[i]);
      }
    }
  }

  private LongList together() {
    var pairs = new LongList();
    var at = new IntList(16);
    for (int site = 0; site < owners.owners(); site++) {
      distinctGroups(site, at);
      int reach = at.size() <= MOST_COMPARED ? at.size() : 1;
      for (int i = 0; i < at.size(); i++) {
        for (int j = i + 1; j < Math.min(at.size(), i + 1 + reach); j++) {
          pairs.addPair(Math.min(at.get(i), at.get(j)), Math.max(at.get(i), at.get(j)));
        }
      }
    }
    pairs.sort();
    return pairs;
  }

  private boolean mergeRound() {
    int[] sizes = sizes();
    LongList pairs = together();
    var shares = new Candidates();
    var overlaps = new IntList(1 << 10);
    for (int i = 0; i < pairs.size();) {
      int end = i + 1;
      while (end < pairs.size() && pairs.get(end) == pairs.get(i)) {
        end++;
      }
      int a = pairs.first(i);
      int b = pairs.second(i);
      shares.add(a, b, (int) ((end - i) * 1000L / Math.min(sizes[a], sizes[b])));
      overlaps.add(end - i);
      i = end;
    }
    boolean merged = false;
    for (int at : shares.strongestFirst()) {
      merged |= merge(shares.first(at), shares.second(at), overlaps.get(at), sizes);
    }
    return merged;
  }

  private boolean merge(int one, int other, int overlap, int[] sizes) {
    int a = groups.find(one);
    int b = groups.find(other);
    if (a == b || overlap * 1000L < (long) Strength.SIGN_TOGETHER * Math.min(sizes[a], sizes[b])) {
      return false;
    }
    int size = sizes[a] + sizes[b] - overlap;
    groups.union(a, b);
    sizes[groups.find(a)] = size;
    return true;
  }

  /**
   * The core of each site: of the groups that sign for it the one with most signatures there, then the largest. Cores
   * are numbered by their smallest site; a site without signatures is its own.
   */
  int[] ofSites() {
    int[] sizes = sizes();
    int[] firstSite = new int[groupOf.length];
    Arrays.fill(firstSite, -1);
    int[] core = new int[owners.owners()];
    for (int site = 0; site < core.length; site++) {
      int best = -1;
      for (int i = owners.start(site); i < owners.end(site); i++) {
        if (best < 0 || better(site, groupOf[i], best, sizes)) {
          best = groupOf[i];
        }
      }
      if (best >= 0 && firstSite[best] < 0) {
        firstSite[best] = site;
      }
      core[site] = best < 0 ? site : firstSite[best];
    }
    return core;
  }

  private boolean better(int site, int group, int than, int[] sizes) {
    int order = Integer.compare(signatures(site, group), signatures(site, than));
    return order != 0 ? order > 0 : sizes[group] > sizes[than];
  }

  private int signatures(int site, int group) {
    int n = 0;
    for (int i = owners.start(site); i < owners.end(site); i++) {
      n += groupOf[i] == group ? 1 : 0;
    }
    return n;
  }
}
