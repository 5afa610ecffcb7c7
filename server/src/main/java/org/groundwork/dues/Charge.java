// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * What a member owes for a period, once its run is posted.
 *
 * @param person the record that was charged; of one that was merged, the former
 * @param until the last day without arrears
 * @param amount in minor units
 * @param settled what of it was paid or written off
 * @param months for how many months of its period it is: not those of a pause, nor those of another scale; 0 … length
 * @param length how many months the period has; 1 … 12
 */
public record Charge(UUID person, LocalDate period, UUID plan, UUID run, Kind kind, LocalDate due, LocalDate until,
    long amount, long settled, int months, int length) {

  /** Why it is what it is. */
  public enum Kind {
    /** As the rate says. */
    DUE,
    /** Nothing, by a free rate. */
    FREE,
    /** Nothing, for the time being. */
    WAIVED,
    /** From before the books began; its period is none that a scale charges, and its scale is its run. */
    BROUGHT;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }
  }

  /** The same, with more of it settled. */
  Charge with(long more) {
    return new Charge(person, period, plan, run, kind, due, until, amount, Math.addExact(settled, more), months,
        length);
  }

  /** Whether it asks for some months of its period only. */
  public boolean partly() {
    return kind == Kind.DUE && months > 0 && months < length;
  }

  /** What is still open. */
  public long open() { return amount - settled; }
}
