// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs of sites that people split: they never end in one network. */
final class Separations {
  /** For the site that stands for a set: the sites from which a member of the set is split. */
  private final Map<Integer, List<Integer>> others = new HashMap<>();

  /** Splits two sites, before anything is joined. */
  void split(int a, int b) {
    others.computeIfAbsent(a, k -> new ArrayList<>()).add(b);
    others.computeIfAbsent(b, k -> new ArrayList<>()).add(a);
  }

  /** Whether no member of one set is split from a member of the other; by the sites that stand for them. */
  boolean mayJoin(int x, int y, UnionFind sets) {
    List<Integer> split = others.get(x);
    return split == null || split.stream().noneMatch(s -> sets.find(s) == y);
  }

  /** Two sets became one. */
  void joined(int x, int y) {
    int smaller = Math.min(x, y);
    List<Integer> moved = others.remove(Math.max(x, y));
    if (moved != null) {
      others.computeIfAbsent(smaller, k -> new ArrayList<>()).addAll(moved);
    }
  }
}
