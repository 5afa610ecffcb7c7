// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a door that a site did not have goes on its chart: into the row and the column of its own floor and letter, if
 * they are there, else into new ones.
 */
record NewDoor(int row, int column, String rowLabel, String columnLabel, String label) {
  private static final Pattern FLOOR_FIRST = Pattern.compile("(\\d{1,3})[^\\p{L}\\d]?([\\p{L}\\d]{1,6})");
  private static final Pattern DOOR_FIRST = Pattern.compile("(\\p{L}{1,6})[^\\p{L}\\d]?(\\d{1,3})");
  private static final int MOST_ROWS = 300;

  static NewDoor of(String label, List<Sites.Unit> units) {
    Matcher first = FLOOR_FIRST.matcher(label);
    Matcher last = DOOR_FIRST.matcher(label);
    String floor = first.matches() ? first.group(1) : last.matches() ? last.group(2) : label;
    String door = first.matches() ? first.group(2) : last.matches() ? last.group(1) : "";
    int row = units.stream()
        .filter(unit -> unit.rowLabel().equals(floor))
        .map(Sites.Unit::row)
        .findFirst()
        .orElseGet(() -> freeRow(floor, units));
    int column = units.stream()
        .filter(unit -> unit.columnLabel().equalsIgnoreCase(door))
        .map(Sites.Unit::column)
        .findFirst()
        .orElseGet(() -> units.stream().mapToInt(Sites.Unit::column).max().orElse(-1) + 1);
    return new NewDoor(row, column, floor, door, label);
  }

  /** As far above the lowest floor as its number says, if nothing is there; else above all. */
  private static int freeRow(String floor, List<Sites.Unit> units) {
    int above = units.stream().mapToInt(Sites.Unit::row).max().orElse(-1) + 1;
    var lowest = units.stream().filter(unit -> unit.row() == 0 && unit.rowLabel().matches("\\d{1,3}")).findFirst();
    if (lowest.isEmpty() || !floor.matches("\\d{1,3}")) {
      return above;
    }
    int row = Integer.parseInt(floor) - Integer.parseInt(lowest.get().rowLabel());
    boolean free = row > 0 && row < MOST_ROWS && units.stream().noneMatch(unit -> unit.row() == row);
    return free ? row : above;
  }
}
