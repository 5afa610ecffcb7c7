// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.roll.OwnFields;

/**
 * The columns of a pasted table that belong to fields of the local's own, by their heading. The other cells of a line are
 * read as if it had been jotted down.
 *
 * @param separator between cells
 * @param fields by the number of their column, from 0
 */
record OwnColumns(String separator, Map<Integer, UUID> fields) {

  /** A table without columns of the local's own. */
  static OwnColumns none() { return new OwnColumns("", Map.of()); }

  /**
   * A first line as a heading: two cells or more, each the name of a column we know or of an own field.
   *
   * @param known columns that are read by what is in them, in lower case
   */
  static Optional<OwnColumns> heading(String typed, Set<String> known, List<OwnFields.Field> own) {
    String line = Quoted.hold(typed);
    Matcher first = Quoted.SEPARATOR.matcher(line);
    if (!first.find()) {
      return Optional.empty();
    }
    var byName = new HashMap<String, UUID>();
    own.forEach(field -> byName.put(field.name().strip().toLowerCase(Locale.ROOT), field.id()));
    var columns = new HashMap<Integer, UUID>();
    String[] cells = line.split(Pattern.quote(first.group()), -1);
    for (int at = 0; at < cells.length; at++) {
      String cell = Quoted.release(cells[at]).strip().toLowerCase(Locale.ROOT);
      var field = Optional.ofNullable(byName.get(cell));
      if (field.isEmpty() && !cell.isEmpty() && !known.contains(cell)) {
        return Optional.empty();
      }
      int column = at;
      field.ifPresent(id -> columns.put(column, id));
    }
    return Optional.of(new OwnColumns(first.group(), Map.copyOf(columns)));
  }

  /**
   * A line parted.
   *
   * @param rest the other cells
   * @param own what stands in the own columns, without empty cells
   */
  record Parted(String rest, Map<UUID, String> own) {}

  Parted part(String line) {
    if (fields.isEmpty()) {
      return new Parted(line, Map.of());
    }
    var own = new LinkedHashMap<UUID, String>();
    var rest = new StringBuilder();
    String[] cells = line.split(Pattern.quote(separator), -1);
    for (int at = 0; at < cells.length; at++) {
      UUID field = fields.get(at);
      if (field == null) {
        rest.append(rest.isEmpty() ? "" : separator).append(cells[at]);
      } else if (!cells[at].isBlank()) {
        own.put(field, Quoted.release(cells[at]).strip());
      }
    }
    return new Parted(rest.toString(), own);
  }
}
