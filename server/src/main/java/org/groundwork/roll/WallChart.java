// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.web.Wall;

/**
 * A site as it hangs on the wall: every unit a square, the unknown ones empty, so that the denominator is honest.
 * Boss-side people are in no count: a home where only they live leaves the denominator.
 *
 * @param known homes where somebody is known; at a workplace, people known
 * @param total homes, or jobs, without the boss's side
 * @param emptyRows labels of the rows in which nobody is known
 * @param unplaced people known at the site whose unit is not known
 */
public record WallChart(Site site, List<String> columns, List<Wall.Row> rows, int known, int total,
    List<String> emptyRows,
    List<String> unplaced) {

  /** Whether squares hold a head-count instead of a household. */
  public boolean headCounts() {
    return site.kind() != SiteKind.BUILDING;
  }

  /** The chart ready to be drawn under {@code caption}. */
  public Wall wall(String caption) {
    return new Wall(caption, headCounts(), columns, rows);
  }

  /** Puts a chart together from the units of a site and the people in them. */
  static WallChart of(Site site, List<Sites.Unit> units, List<People.Place> places, Map<UUID, People.Known> known) {
    var inUnit = new HashMap<UUID, List<People.Place>>();
    var unplaced = new ArrayList<String>();
    for (var place : Charts.counted(site, places)) {
      if (place.unit().isPresent()) {
        inUnit.computeIfAbsent(place.unit().get(), u -> new ArrayList<>()).add(place);
      } else if (!place.bossSide()) {
        unplaced.add(nameOf(place, known));
      }
    }
    var columns = columns(units);
    var rows = new LinkedHashMap<String, Wall.Square[]>();
    for (var unit : units) {
      var squares = rows.computeIfAbsent(unit.rowLabel(), label -> new Wall.Square[columns.size()]);
      squares[unit.column()] = square(site, unit, inUnit.getOrDefault(unit.id(), List.of()), known);
    }
    return counted(site, columns, rows, unplaced);
  }

  private static List<String> columns(List<Sites.Unit> units) {
    var columns = new String[units.stream().mapToInt(Sites.Unit::column).max().orElse(-1) + 1];
    Arrays.fill(columns, "");
    units.forEach(unit -> columns[unit.column()] = unit.columnLabel());
    return List.of(columns);
  }

  private static WallChart counted(Site site, List<String> columns, Map<String, Wall.Square[]> rows,
      List<String> unplaced) {
    boolean homes = site.kind() == SiteKind.BUILDING;
    var shown = new ArrayList<Wall.Row>();
    var empty = new ArrayList<String>();
    int known = homes ? 0 : unplaced.size();
    int total = 0;
    for (var row : rows.entrySet()) {
      var squares = new ArrayList<Wall.Square>();
      int inRow = 0;
      for (Wall.Square square : row.getValue()) {
        squares.add(square == null ? new Wall.Square("", Wall.State.NONE, "", 0, 0) : square);
        inRow += square == null ? 0 : homes ? Math.min(square.known(), 1) : square.known();
        total += square == null ? 0 : square.places();
      }
      known += inRow;
      if (inRow == 0) {
        empty.add(row.getKey());
      }
      shown.add(new Wall.Row(row.getKey(), squares));
    }
    if (homes) {
      Collections.reverse(shown); // the top floor hangs at the top
    }
    return new WallChart(site, columns, List.copyOf(shown), known, Math.max(total, known), List.copyOf(empty),
        List.copyOf(unplaced));
  }

  private static Wall.Square square(Site site, Sites.Unit unit, List<People.Place> places,
      Map<UUID, People.Known> known) {
    var ours = places.stream().filter(place -> !place.bossSide()).map(place -> nameOf(place, known)).toList();
    int bosses = places.size() - ours.size();
    boolean home = site.kind() == SiteKind.BUILDING;
    boolean bossHome = home && ours.isEmpty() && bosses > 0;
    Wall.State state = bossHome ? Wall.State.BOSS : ours.isEmpty() ? Wall.State.UNKNOWN : Wall.State.KNOWN;
    int counted = bossHome ? 0 : home ? unit.places() : Math.max(0, unit.places() - bosses);
    return new Wall.Square(unit.label(), state, String.join(", ", ours), ours.size(), counted);
  }

  private static String nameOf(People.Place place, Map<UUID, People.Known> known) {
    var person = known.get(place.person());
    return person == null ? "" : person.name();
  }
}
