// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.OwnFields;
import org.groundwork.roll.People;

/**
 * People written as they would be pasted again: one per line as jotted down, or, where fields of the local's own hold
 * something about one of them, a table with a heading.
 */
final class OwnTable {
  private final String columns;
  private final Map<OwnFields.Field, Map<UUID, String>> held = new LinkedHashMap<>();

  OwnTable(QuickAdd.Around around, UUID site, Collection<UUID> people) {
    this.columns = around.heading();
    around.own()
        .forEach(module -> module.seenAt(site).forEach(field -> held.put(field, module.held(field.id(), people))));
    held.values().removeIf(Map::isEmpty);
  }

  /** The heading, absent where the people are written one per line. */
  Optional<String> heading() {
    var names = held.keySet().stream().map(OwnFields.Field::name).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(columns + ", " + KnownLines.cells(names));
  }

  String line(UUID person, People.Known known, String unit, boolean bossSide) {
    if (held.isEmpty()) {
      return KnownLines.line(known, unit, bossSide);
    }
    var cells = new ArrayList<>(List.of(known.name() + (bossSide ? "!" : ""), unit, known.phone().orElse(""),
        known.mail().orElse(""), known.remark()));
    held.values().forEach(values -> cells.add(values.getOrDefault(person, "")));
    return KnownLines.cells(cells);
  }
}
