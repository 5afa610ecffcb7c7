// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.OnStrike;
import org.groundwork.strike.OutTold;
import org.groundwork.strike.Strike;
import org.groundwork.strike.Striker;

/**
 * A strike of work or study: how many are out, and what is written down of the reader.
 *
 * @param count how many are out now, for the committee; absent before it begins and once its list was deleted
 * @param told how many were out when it was last counted, as everybody may read it
 * @param mine the reader's own record
 * @param belongs whether the reader has a place at the site, so that they can say that they are out
 * @param committee whether the reader reads the list
 */
public record WorkStrikePage(StrikeAt at, BeginForm form, Optional<OnStrike.Count> count, Optional<OutTold.Told> told,
    Optional<Striker> mine,
    boolean belongs, boolean committee, String legalBy, LocalDate today, FormErrors errors) implements View {

  /** Whether the totals that stay may be shown to the reader. */
  public boolean staysShown() {
    int people = at.strike().flatMap(Strike::stays).map(stays -> stays.people().orElse(0)).orElse(0);
    return committee || people == 0 || people >= OutTold.LEAST;
  }

  /** Whether the reader is on strike today. */
  public boolean out() {
    return mine.filter(striker -> striker.out(today)).isPresent();
  }

  /** The first day of a reader who said that they will be out. */
  public Optional<LocalDate> outFrom() {
    return mine.flatMap(striker -> striker.outFrom(today));
  }

  /** What the reader has today. */
  public Optional<Striker.What> todays() {
    return mine.flatMap(striker -> striker.on(today));
  }
}
