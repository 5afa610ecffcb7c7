// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/** Who showed up for whom, between places and for fights. */
public record TogetherPage(List<Line> places, List<Line> fights) implements View {

  public TogetherPage {
    places = List.copyOf(places);
    fights = List.copyOf(fights);
  }

  /**
   * One line.
   *
   * @param from empty for a fight
   * @param times over so many calls
   */
  public record Line(String from, String to, int times, int people) {}
}
