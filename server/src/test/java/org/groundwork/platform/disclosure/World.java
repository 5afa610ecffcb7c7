// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** One course of events in a local of its own: who was harmed where, who was confirmed, what the public saw. */
final class World {
  private final Product product;
  private final FoundedLocal local;
  private final Map<String, Long> sizes;
  private final Map<String, Set<Integer>> confirmed = new TreeMap<>();
  private final Map<String, Integer> reports = new TreeMap<>();

  World(Product product, Map<String, Long> sizes) {
    this.product = product;
    this.local = product.found();
    this.sizes = sizes;
  }

  void confirm(String cell, int person) { confirmed.computeIfAbsent(cell, c -> new HashSet<>()).add(person); }

  void withdraw(String cell, int person) { confirmed.computeIfAbsent(cell, c -> new HashSet<>()).remove(person); }

  /** Somebody sends the public form; nobody has confirmed it. */
  void report(String cell) {
    reports.merge(cell, 1, Integer::sum);
  }

  /** The weekly count, or one that is tried again within the week. */
  void count(LocalDate monday) {
    TestSource.CELLS.put(local.id(), sizes.entrySet()
        .stream()
        .map(cell -> new DisclosedSource.Cell(cell.getKey(), confirmed.getOrDefault(cell.getKey(), Set.of()).size(),
            cell.getValue()))
        .toList());
    local.write(() -> {
      var source = product.bean(TestSource.class);
      product.bean(WeeklyCount.class).write(new WeeklyCount.Week(monday), source.kind(), source.cells());
      return true;
    });
  }

  /** Everything that is to be seen by whoever may see the least. */
  Map<String, Band> seen() {
    var seen = new TreeMap<String, Band>();
    local.read(() -> {
      var disclosure = product.bean(Disclosure.class);
      sizes.keySet().forEach(cell -> seen.put(cell, disclosure.band(TestSource.KIND, cell)));
      return true;
    });
    return seen;
  }

  List<String> cells() { return List.copyOf(sizes.keySet()); }
}
