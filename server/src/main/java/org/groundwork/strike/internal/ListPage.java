// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Striker;

/**
 * Who is on strike, for the committee: what each has on a day, and everybody else of the site who could be added.
 *
 * @param day that is shown
 * @param others people of the site who are not out
 */
public record ListPage(StrikeAt at, LocalDate day, LocalDate today, List<Line> out, List<Line> gone,
    List<Other> others, FormErrors errors) implements View {

  public ListPage {
    out = List.copyOf(out);
    gone = List.copyOf(gone);
    others = List.copyOf(others);
  }

  /** Somebody on the list. */
  public record Line(String name, String door, Striker striker, long days, int counted, Optional<Striker.What> what) {}

  /** Somebody of the site who is not out. */
  public record Other(UUID id, String name, String door) {}
}
