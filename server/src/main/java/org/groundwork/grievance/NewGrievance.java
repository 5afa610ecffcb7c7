// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * A grievance as it comes in.
 *
 * @param person who has it, if a person of the roll is known to
 * @param site the local's site, if it is one
 * @param registerSite the place in a public register, if it was found there
 * @param place where, as typed, when it is neither
 * @param told what happened, in the person's words
 * @param contact how to reach the person, as they typed it
 * @param cameBy who brought it
 */
public record NewGrievance(GrievanceKind kind, Optional<UUID> person, Optional<UUID> site,
    Optional<String> registerSite,
    String place, Optional<LocalDate> since, Optional<Money> amount, String told, String contact, Locale language,
    CameBy cameBy) {

  /** How a grievance reached us. */
  public enum CameBy {
    /** Written into the form; nobody has spoken with the person yet. */
    FORM,
    /** Told to an organiser in person. */
    ORGANISER,
    /** Told by the member who has it. */
    MEMBER,
    /** Somebody else says that the person has it too; nobody has spoken with the person about it yet. */
    SAID_OF_THEM;

    String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /** Whether somebody has spoken with the person about it. */
    boolean spokenWith() {
      return this == ORGANISER || this == MEMBER;
    }
  }
}
