// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who the last figures were over, part by part and over all, by their keyed hashes. */
record CountedOut(Map<String, Set<String>> parts) {
  CountedOut { parts = Map.copyOf(parts); }

  /** Whether the difference to the last figure of a part speaks of nobody, or of {@code least} and more. */
  boolean tellsNobody(String part, Set<String> now, int least) {
    long changed = changed(parts.getOrDefault(part, Set.of()), now);
    return changed == 0 || changed >= least;
  }

  /** The same of those who are in none of the parts that are shown, which is found by subtracting; and of how many they are. */
  boolean restTellsNobody(Collection<String> shown, Map<String, Set<String>> now, int least) {
    var rest = rest(shown, now);
    long changed = changed(rest(shown, parts), rest);
    return (rest.isEmpty() || rest.size() >= least) && (changed == 0 || changed >= least);
  }

  private static Set<String> rest(Collection<String> shown, Map<String, Set<String>> parts) {
    var rest = new HashSet<>(parts.getOrDefault(OutTold.WHOLE, Set.of()));
    shown.forEach(part -> rest.removeAll(parts.getOrDefault(part, Set.of())));
    return rest;
  }

  private static long changed(Set<String> before, Set<String> now) {
    return now.stream().filter(who -> !before.contains(who)).count()
        + before.stream().filter(who -> !now.contains(who)).count();
  }

  /** With the figures that are told now in place of the last ones of the same parts. */
  CountedOut with(Map<String, Set<String>> told) {
    var all = new HashMap<>(parts);
    all.putAll(told);
    return new CountedOut(all);
  }

  /** As it is sealed: somebody in a part a line. */
  String written() {
    return parts.entrySet()
        .stream()
        .flatMap(part -> part.getValue().stream().map(who -> who + " " + part.getKey().replace('\n', ' ')))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  static CountedOut read(String written) {
    var parts = new HashMap<String, Set<String>>();
    written.lines()
        .map(line -> line.split(" ", 2))
        .forEach(of -> parts.computeIfAbsent(of[1], _ -> new HashSet<>()).add(of[0]));
    return new CountedOut(parts);
  }
}
