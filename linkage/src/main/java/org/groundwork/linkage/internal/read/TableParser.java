// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.PartyKind;
import org.groundwork.linkage.internal.read.Layout.Column;
import org.groundwork.linkage.internal.read.Layout.Columns;
import org.groundwork.linkage.internal.read.Layout.Office;
import org.groundwork.linkage.internal.read.Layout.PartyColumns;
import org.groundwork.linkage.internal.read.Layout.Place;
import org.groundwork.linkage.internal.read.Layout.Role;
import org.groundwork.linkage.internal.read.Layout.Table;

/** Reads the part of a mapping that describes one table. */
final class TableParser {
  private final LayoutParser source;
  private final String name;

  TableParser(LayoutParser source, String name) {
    this.source = source;
    this.name = name;
  }

  Table parse() throws BadMapping {
    Columns id = columns("site");
    Columns key = columns("key");
    if (id.isEmpty() && key.isEmpty()) {
      throw source.bad("mapping.table", name);
    }
    var place = new Place(columns("address"), columns("unit"), columns("city"), columns("postcode"));
    var offices = new ArrayList<Office>();
    for (int i = 1; !source.keysUnder(name + ".office." + i).isEmpty(); i++) {
      offices.add(office("office." + i));
    }
    var parties = new ArrayList<PartyColumns>();
    parties.addAll(parties("company.", PartyKind.COMPANY, offices.size()));
    parties.addAll(parties("person.", PartyKind.PERSON, offices.size()));
    return new Table(name, place, List.copyOf(parties), List.copyOf(offices), id, key, columns("units"),
        columns("since"), columns("until"), text("split"));
  }

  private Office office(String prefix) throws BadMapping {
    Columns line = columns(prefix);
    if (line.isEmpty()) {
      throw source.bad("mapping.column.none", name + "." + prefix);
    }
    var place = new Place(line, columns(prefix + ".unit"), columns(prefix + ".city"), columns(prefix + ".postcode"));
    return new Office(place, role(prefix));
  }

  private List<PartyColumns> parties(String word, PartyKind kind, int offices) throws BadMapping {
    var parties = new ArrayList<PartyColumns>();
    for (int i = 1; !source.keysUnder(name + "." + word + i).isEmpty(); i++) {
      String prefix = word + i;
      Columns columns = columns(prefix);
      if (columns.isEmpty()) {
        throw source.bad("mapping.column.none", name + "." + prefix);
      }
      parties.add(new PartyColumns(kind, columns, role(prefix), paired(prefix, offices)));
    }
    return parties;
  }

  private int paired(String prefix, int offices) throws BadMapping {
    LayoutParser.Entry entry = source.take(name + "." + prefix + ".office");
    if (entry == null) {
      return -1;
    }
    for (int i = 1; i <= offices; i++) {
      if (entry.value().equals(Integer.toString(i))) {
        return i - 1;
      }
    }
    throw source.bad(entry, "mapping.office", entry.value(), name);
  }

  private Role role(String prefix) throws BadMapping {
    return new Role(columns(prefix + ".role-column"), text(prefix + ".role-before"), text(prefix + ".role"));
  }

  /** A literal, in quotes where spaces count. */
  private String text(String key) throws BadMapping {
    LayoutParser.Entry entry = source.take(name + "." + key);
    if (entry == null) {
      return "";
    }
    String value = entry.value();
    if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
      value = value.substring(1, value.length() - 1);
    }
    if (value.isEmpty()) {
      throw source.bad(entry, "mapping.empty", name + "." + key);
    }
    return value;
  }

  private Columns columns(String key) throws BadMapping {
    LayoutParser.Entry entry = source.take(name + "." + key);
    if (entry == null) {
      return Columns.NONE;
    }
    var columns = new ArrayList<Column>();
    for (String part : entry.value().split(",", -1)) {
      String column = part.strip();
      boolean optional = column.endsWith("?");
      column = optional ? column.substring(0, column.length() - 1).strip() : column;
      if (column.isEmpty()) {
        throw source.bad(entry, "mapping.column.empty", name + "." + key);
      }
      columns.add(new Column(column, optional));
    }
    return new Columns(List.copyOf(columns));
  }
}
