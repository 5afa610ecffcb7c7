// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search of names, as tokens: a row matches if its {@code name_tokens} has at least one token of every group. In SQL
 * one {@code name_tokens && :group} per group, or {@code name_tokens @> :all} where {@link #containsAll} gives one
 * array. Matches are candidates: open the names and keep those with {@link NameCloseness}.
 */
public final class NameQuery {

  private final List<int[]> groups;

  NameQuery(List<Set<Integer>> groups) {
    this.groups = groups.stream().map(g -> g.stream().mapToInt(Integer::intValue).sorted().toArray()).toList();
  }

  /** True if the text had no letter or digit: then nothing is searched, rather than everything found. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** One group per word, at most eight, each with one token or more, sorted. */
  public List<int[]> groups() {
    return groups.stream().map(int[]::clone).toList();
  }

  /** All tokens, if every group has just one. */
  public Optional<int[]> containsAll() {
    if (groups.isEmpty() || groups.stream().anyMatch(g -> g.length != 1))
      return Optional.empty();
    return Optional.of(groups.stream().mapToInt(g -> g[0]).toArray());
  }

  /** What PostgreSQL decides, decided here. An empty search matches nothing. */
  public boolean matches(int[] nameTokens) {
    Set<Integer> held = Arrays.stream(nameTokens).boxed().collect(Collectors.toCollection(HashSet::new));
    return !groups.isEmpty() && groups.stream().allMatch(g -> Arrays.stream(g).anyMatch(held::contains));
  }
}
