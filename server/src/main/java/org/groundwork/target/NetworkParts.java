// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Joins sites into networks link by link, the surest first, and never joins two that are to be kept apart, also not by a
 * chain. A disjoint-set forest whose roots remember whom their members must not meet.
 */
final class NetworkParts {
  private final Map<String, String> parent = new HashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, Set<String>> strangers = new HashMap<>();

  void site(String site) {
    if (parent.putIfAbsent(site, site) == null) {
      members.put(site, new HashSet<>(Set.of(site)));
    }
  }

  /** Must be said before any join that it shall prevent. */
  void keepApart(String one, String other) {
    strangers.computeIfAbsent(one, s -> new HashSet<>()).add(other);
    strangers.computeIfAbsent(other, s -> new HashSet<>()).add(one);
  }

  /** Joins the networks of two sites, unless somebody in one must not meet somebody in the other. */
  void join(String one, String other) {
    if (!parent.containsKey(one) || !parent.containsKey(other)) {
      return; // a verdict about a site that the register no longer has
    }
    String left = root(one);
    String right = root(other);
    if (left.equals(right) || meetStrangers(left, right)) {
      return;
    }
    String small = size(left) <= size(right) ? left : right;
    String large = small.equals(left) ? right : left;
    parent.put(small, large);
    Objects.requireNonNull(members.get(large)).addAll(Objects.requireNonNull(members.remove(small)));
  }

  /** Each site's network: the smallest identifier in it. */
  Map<String, String> networks() {
    var networks = new HashMap<String, String>();
    for (Set<String> together : members.values()) {
      String name = together.stream().min(String::compareTo).orElseThrow();
      together.forEach(site -> networks.put(site, name));
    }
    return networks;
  }

  private boolean meetStrangers(String left, String right) {
    String small = size(left) <= size(right) ? left : right;
    Set<String> others = Objects.requireNonNull(members.get(small.equals(left) ? right : left));
    return Objects.requireNonNull(members.get(small))
        .stream()
        .anyMatch(site -> strangers.getOrDefault(site, Set.of()).stream().anyMatch(others::contains));
  }

  private int size(String root) { return Objects.requireNonNull(members.get(root)).size(); }

  private String root(String site) {
    String at = site;
    while (!Objects.requireNonNull(parent.get(at)).equals(at)) {
      at = Objects.requireNonNull(parent.get(at));
    }
    return at;
  }
}
