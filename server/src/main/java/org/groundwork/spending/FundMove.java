// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that is to go from one fund to another, or went.
 *
 * @param place the account in which it lies, which stays
 * @param amount in minor units of the books' currency
 * @param askedBy empty once they were forgotten
 * @param moved the day it went
 * @param undoBy who asks to undo it; empty while nobody does, and once they were forgotten
 */
public record FundMove(UUID id, UUID place, UUID from, UUID to, long amount, String why, Optional<UUID> askedBy,
    LocalDate askedOn, State state, Optional<LocalDate> moved, Optional<UUID> undoBy) {

  /** How far it is. */
  public enum State {
    ASKED, MOVED, WITHDRAWN,
    /** It went by mistake, and waits for a second person to undo it. */
    UNDOING,
    /** It went by mistake, and is undone. */
    UNDONE;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether somebody asked for it. */
  public boolean asked(UUID person) { return askedBy.equals(Optional.of(person)); }

  /** Whether somebody may say yes to undoing it: not who asks for that. */
  public boolean mayUndo(UUID person) {
    return state == State.UNDOING && undoBy.filter(by -> !by.equals(person)).isPresent();
  }

  /** What somebody asks for. */
  public record New(UUID place, UUID from, UUID to, long amount, String why) {
    /** The longest reason. */
    public static final int LONGEST = 150;

    /** @throws IllegalArgumentException if nothing would move */
    public New {
      if (amount < 1 || from.equals(to) || why.length() > LONGEST) {
        throw new IllegalArgumentException("a move of " + amount + " that is none");
      }
    }
  }
}
