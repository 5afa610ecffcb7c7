// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Rung;
import org.groundwork.roll.Site;
import org.groundwork.strike.Strike;

/**
 * A rung of a fight at a site, and the strike on it if it has begun.
 *
 * @param title of the fight
 * @param rent whether it is rent that is withheld
 * @param runs whether the reader runs the fight
 */
public record StrikeAt(Rung rung, String title, Site site, Optional<Strike> strike, boolean rent, boolean runs) {

  public UUID step() { return rung.step().id(); }

  /** The address of its page within the local. */
  public String path() { return "strikes/" + step(); }

  /** Whether its books can be written in. */
  public boolean goesOn() {
    return strike.filter(Strike::goesOn).isPresent();
  }

  /** Whether it could begin now: the ladder has come so far, and the members decided. */
  public boolean mayBegin() {
    return strike.isEmpty() && rung.step().state() == Campaign.StepState.NOW && rung.decided().isPresent();
  }
}
