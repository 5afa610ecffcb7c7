// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One movement on an account.
 *
 * @param booked the day it was booked; empty if the file does not say, as for what is pending
 * @param value the day from which it counts; empty if the file does not say
 * @param amount what it adds to the account; negative if it takes away
 * @param status whether it is booked
 * @param other who paid, or was paid
 * @param text what the payment is for, in the payer's words, at most {@value #LONGEST_TEXT} characters, with the file's line
 *          breaks where nobody can tell whether they are words' ends; may be empty
 * @param references by what it can be found again
 * @param returned present if it takes back an earlier one
 * @param original the amount in which it was ordered, signed as {@code amount}, if the file states one that differs
 * @param fee what of the amount a service took, negative; positive if it gave it back
 * @param key tells the same movement again in another statement of the same account that overlaps this one; 32 hexadecimal
 *          digits. Equal movements of one day are numbered, so each keeps a key of its own
 */
public record Line(Optional<LocalDate> booked, Optional<LocalDate> value, Money amount, Status status, Party other,
    String text, References references, Optional<Returned> returned, Optional<Money> original, Optional<Money> fee,
    String key) {
  /** The longest text kept. */
  public static final int LONGEST_TEXT = 10_000;

  /** Whether a line is part of the balance. */
  public enum Status {
    /** Part of the balance. */
    BOOKED,
    /** Announced, may still change or go. */
    PENDING,
    /** Only told, never part of the balance. */
    INFORMATION
  }
}
