// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;

/** Which unit joins: those that do not withhold yet, row by row of the chart. */
public record UnitChoicePage(StrikeAt at, List<Floor> floors) implements View {

  public UnitChoicePage { floors = List.copyOf(floors); }

  /** A row of the chart. */
  public record Floor(String label, List<Door> doors) {
    public Floor { doors = List.copyOf(doors); }
  }

  /** A door; {@code known} says whether somebody there is. */
  public record Door(UUID unit, String label, boolean known) {}
}
