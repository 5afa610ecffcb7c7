// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Money that a steward took, under the number of the receipt that was given for it; or such a number that was given back.
 *
 * @param number absent where the number that was said was not the taker's, or another's already
 * @param said that number
 * @param amount in minor units; 0 for a number that was given back
 * @param cheque whether it is a cheque, and not cash
 * @param why it waits for an officer, or waited
 * @param note why it was put right or refused
 * @param payment as the dues have it; absent while it waits, and of somebody who was forgotten
 * @param counted whether two people counted it
 */
public record Taking(UUID id, UUID round, Optional<UUID> visit, OptionalInt number, OptionalInt said, long amount,
    boolean cheque, LocalDate on, State state, Optional<Why> why, String note, Optional<UUID> payment,
    Optional<UUID> entry, boolean counted, Optional<UUID> by) {

  /** How far it is. */
  public enum State {
    /** It is in the books: the dues are paid. */
    ENTERED,
    /** An officer looks at it first; the money was taken all the same. */
    WAITS,
    /** An officer said that this was not taken. */
    REFUSED,
    /** It was in the books and was put right. */
    UNDONE,
    /** The number was taken back at the door; no money belongs to it. */
    VOID;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Why it waits for an officer. */
  public enum Why {
    /** The number is none that this phone was given. */
    NUMBER,
    /** The number is another receipt's already. */
    USED,
    /** Whoever paid is not kept any more. */
    GONE,
    /** The phone was told to let go. */
    REVOKED,
    /** The round was handed in before. */
    CLOSED,
    /** Whoever took it was no steward of it any more. */
    MANDATE,
    /** The books did not take it. */
    BOOKS,
    /** Whoever took it paid it: another officer looks at it. */
    OWN;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Why of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  boolean is(State wanted) { return state == wanted; }
}
