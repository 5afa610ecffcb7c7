// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that left one fund by one person's word, when it was too late to ask: a second officer looks at it afterwards.
 *
 * @param entry of the books
 * @param fund which it left
 * @param amount that left it, in minor units of the books' currency, above zero
 * @param on the day it left
 * @param notedBy whose word it was; empty where the program did it, or once they were forgotten
 * @param question what a second officer wants to know; empty while nobody asked
 * @param answer what whoever keeps the money said to that; empty while nobody did
 * @param appropriation the decision under which somebody said yes
 */
public record SecondLook(UUID id, UUID entry, UUID fund, long amount, LocalDate on, How how, State state,
    Optional<UUID> notedBy, String question, String answer, Optional<UUID> appropriation) {

  /** What it was. */
  public enum How {
    /** A line of the bank that one person says what it was for. */
    LINE,
    /** What had come in was undone, so that it is not there any more. */
    UNDONE;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static How of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** How far it is. */
  public enum State {
    /** Within the limits with all that left so within days: nobody has to look. */
    SMALL,
    /** It waits for a second officer. */
    OPEN,
    /** A second officer asked something, and it waits for a yes. */
    ASKED,
    /** A second officer said yes. */
    YES,
    /** The entry was undone. */
    UNDONE;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether it waits for somebody. */
  public boolean waits() { return state == State.OPEN || state == State.ASKED; }
}
