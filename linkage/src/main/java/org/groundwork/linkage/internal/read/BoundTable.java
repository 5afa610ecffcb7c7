// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groundwork.linkage.internal.read.Layout.Column;
import org.groundwork.linkage.internal.read.Layout.Columns;
import org.groundwork.linkage.internal.read.Layout.Office;
import org.groundwork.linkage.internal.read.Layout.PartyColumns;
import org.groundwork.linkage.internal.read.Layout.Table;

/** A table of the mapping with the columns found in a file's header. */
final class BoundTable {
  private final Table table;
  private final Map<Columns, int[]> indexes = new HashMap<>();
  private final int width;

  private BoundTable(Table table, int width) {
    this.table = table;
    this.width = width;
  }

  /** The name of a column without case, spaces and signs: {@code BuildingID} is {@code building_id}. */
  static String plain(String column) {
    return column.replaceAll("[^\\p{L}\\p{N}#%]", "").toLowerCase(Locale.ROOT);
  }

  /** Binds; the header must have all columns that {@link #missing} asks for. */
  static BoundTable of(Table table, List<String> header) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(plain(header.get(i)), i);
    }
    var bound = new BoundTable(table, header.size());
    for (Columns columns : all(table)) {
      bound.indexes.put(columns, columns.list()
          .stream()
          .map(c -> places.get(plain(c.name())))
          .filter(java.util.Objects::nonNull)
          .mapToInt(Integer::intValue)
          .toArray());
    }
    return bound;
  }

  /** The columns that the table needs and the header lacks. */
  static List<String> missing(Table table, List<String> header) {
    List<String> present = header.stream().map(BoundTable::plain).toList();
    return all(table).stream()
        .flatMap(c -> c.list().stream())
        .filter(c -> !c.optional())
        .map(Column::name)
        .filter(c -> !present.contains(plain(c)))
        .distinct()
        .toList();
  }

  private static List<Columns> all(Table t) {
    var all = new ArrayList<>(List.of(t.id(), t.key(), t.units(), t.since(), t.until()));
    addPlace(all, t.site());
    for (Office office : t.offices()) {
      addPlace(all, office.place());
      all.add(office.role().column());
    }
    for (PartyColumns party : t.parties()) {
      all.add(party.name());
      all.add(party.role().column());
    }
    return all;
  }

  private static void addPlace(List<Columns> all, Layout.Place place) {
    all.addAll(List.of(place.line(), place.unit(), place.city(), place.postcode()));
  }

  Table table() { return table; }

  /** How many fields a row has. */
  int width() { return width; }

  /** Where these columns stand in a row. */
  int[] indexes(Columns columns) {
    int[] found = indexes.get(columns);
    if (found == null) {
      throw new IllegalArgumentException("not a column of this table");
    }
    return found;
  }
}
