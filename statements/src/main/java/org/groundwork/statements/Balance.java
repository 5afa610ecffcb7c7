// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an account holds, or held, on a day.
 *
 * @param kind which balance it is
 * @param amount negative for a debt to the bank
 * @param date the day of it; empty if the file does not say
 */
public record Balance(Kind kind, Money amount, Optional<LocalDate> date) {
  /** Which balance of a statement it is. */
  public enum Kind {
    /** Booked, before the first line (OPBD, PRCD, :60F:). */
    OPENING,
    /** Booked, after the last line (CLBD, :62F:). */
    CLOSING,
    /** Booked, at the top of a page that is not the first (:60M:). */
    PAGE_OPENING,
    /** Booked, at the foot of a page that is not the last (:62M:). */
    PAGE_CLOSING,
    /** Booked so far, within a day (ITBD). */
    INTERIM,
    /** At hand before the first line (OPAV). */
    OPENING_AVAILABLE,
    /** At hand after the last line (CLAV, :64:). */
    CLOSING_AVAILABLE,
    /** At hand on a later day (FWAV, :65:). */
    FORWARD_AVAILABLE,
    /** Any other, such as one at hand within a day. */
    OTHER
  }
}
