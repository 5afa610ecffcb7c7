// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Striker;

/**
 * Who is on strike, for the committee: what each has on a day, and everybody else of the site who could be added.
 *
 * @param day that is shown
 * @param typed what was ticked and chosen before it was refused
 * @param others people of the site who are not out
 */
public record ListPage(StrikeAt at, LocalDate day, LocalDate today, List<Line> out, List<Line> gone,
    List<Other> others, Typed typed, FormErrors errors) implements View {

  public ListPage {
    out = List.copyOf(out);
    gone = List.copyOf(gone);
    others = List.copyOf(others);
  }

  /**
   * What was ticked and chosen.
   *
   * @param who for a duty or an excuse, {@code what} and on which part of the day
   * @param added who is out, from {@code since} on
   */
  public record Typed(Set<UUID> who, String what, String shift, Set<UUID> added, String since) {
    public Typed {
      who = Set.copyOf(who);
      added = Set.copyOf(added);
    }

    static Typed nothing() { return new Typed(Set.of(), "", "", Set.of(), ""); }

    static Typed duty(List<UUID> who, String what, String shift) {
      return new Typed(Set.copyOf(who), what, shift, Set.of(), "");
    }

    static Typed out(List<UUID> added, String since) { return new Typed(Set.of(), "", "", Set.copyOf(added), since); }
  }

  /** Somebody on the list. */
  public record Line(String name, String door, Striker striker, long days, int counted, Optional<Striker.What> what) {}

  /** Somebody of the site who is not out. */
  public record Other(UUID id, String name, String door) {}
}
