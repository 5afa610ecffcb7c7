// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.OwnFields;

/**
 * What the columns of fields of the local's own came to in a pasted table.
 *
 * @param fields that may head a column
 * @param written the values by field, by the number of their line
 */
record OwnCells(List<OwnFields.Field> fields, Map<Integer, Map<UUID, String>> written) {

  /** Reads every cell; of those that are no value the first is refused beside the lines. */
  static OwnCells read(List<OwnFields.Field> fields, List<KnownLines.Read> lines, FormErrors errors) {
    var byId = fields.stream().collect(Collectors.toMap(OwnFields.Field::id, field -> field));
    var written = new HashMap<Integer, Map<UUID, String>>();
    boolean refused = false;
    for (var line : lines) {
      for (var cell : line.own().entrySet()) {
        var field = java.util.Objects.requireNonNull(byId.get(cell.getKey()), "a field that heads a column");
        switch (field.reader().apply(cell.getValue())) {
          case OwnFields.Cell.Value(var value) ->
            written.computeIfAbsent(line.line(), _ -> new HashMap<>()).put(field.id(), value);
          case OwnFields.Cell.Refused(var key, var choices) -> {
            if (!refused) {
              errors.refuse("lines", key, line.line(), field.name(), cell.getValue(), choices);
            }
            refused = true;
          }
        }
      }
    }
    return new OwnCells(fields, written);
  }

  /** The values of a line by field; empty where it has none. */
  Map<UUID, String> of(KnownLines.Read line) {
    return written.getOrDefault(line.line(), Map.of());
  }

  /** The cells of a line in words, as they were typed. */
  String words(KnownLines.Read line) {
    return fields.stream()
        .filter(field -> line.own().containsKey(field.id()))
        .map(field -> field.name() + ": " + line.own().get(field.id()))
        .collect(Collectors.joining(", "));
  }
}
