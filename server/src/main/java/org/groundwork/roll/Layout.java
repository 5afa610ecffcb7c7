// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.List;

/**
 * The units of a site, laid out at once: rows (floors, departments) by columns (doors, shifts). At most
 * {@value #MOST_UNITS} units.
 *
 * @param units row by row
 */
public record Layout(List<Cell> units) {
  public static final int MOST_UNITS = 2000;

  /**
   * One unit.
   *
   * @param row from 0, the way it hangs on the wall
   * @param places 1 household for a door, or the head-count of a department on a shift
   */
  public record Cell(int row, int column, String rowLabel, String columnLabel, String label, int places) {}

  public Layout {
    units = List.copyOf(units);
    if (units.isEmpty() || units.size() > MOST_UNITS) {
      throw new IllegalArgumentException("a layout has 1 to " + MOST_UNITS + " units");
    }
  }

  /** A building: {@code floors} floors from the ground up, the same doors on each, labelled {@code 1A … 6D}. */
  public static Layout ofHomes(int firstFloor, int floors, List<String> doors) {
    var cells = new ArrayList<Cell>(floors * doors.size());
    for (int row = 0; row < floors; row++) {
      String floor = Integer.toString(firstFloor + row);
      for (int column = 0; column < doors.size(); column++) {
        String door = doors.get(column);
        boolean digits = Character.isDigit(door.charAt(0));
        cells.add(new Cell(row, column, floor, door, digits ? floor + "-" + door : floor + door, 1));
      }
    }
    return new Layout(cells);
  }

  /** A workplace or campus: groups (departments, programmes) by shifts or years, with a head-count in each. */
  public static Layout ofHeadCounts(List<String> groups, List<String> shifts, List<List<Integer>> counts) {
    var cells = new ArrayList<Cell>(groups.size() * shifts.size());
    for (int row = 0; row < groups.size(); row++) {
      for (int column = 0; column < shifts.size(); column++) {
        String shift = shifts.get(column);
        String label = shift.isEmpty() ? groups.get(row) : groups.get(row) + ", " + shift;
        cells.add(new Cell(row, column, groups.get(row), shift, label, counts.get(row).get(column)));
      }
    }
    return new Layout(cells);
  }
}
