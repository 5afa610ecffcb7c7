// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Source;

/**
 * What is to be paid.
 *
 * @param amount in minor units of the books' currency, above nothing
 * @param account what it is spent on
 * @param what in words, sealed; 1 … 500 characters
 * @param wayTo where to: an account, an agreement; may be empty; deleted once it is paid
 * @param noReceipt why there is no receipt; empty where there is one
 * @param confidential whether nobody but who pays reads whose it is
 * @param source what in another module it is about; the same is asked for once
 */
public record NewPayout(Kind kind, long amount, UUID fund, UUID account, Payee payee, String what, Way way,
    String wayTo,
    String noReceipt, Optional<LocalDate> due, boolean confidential, Optional<Source> source) {
  /** The longest of the words. */
  public static final int LONGEST = 500;

  /** What kind of payment it is. */
  public enum Kind {
    /** A member laid it out and gets it back. */
    LAID_OUT,
    /** Somebody sent a bill. */
    BILL,
    /** Another module has it paid, which decided on it by its own rules: nobody says yes to it here. */
    OTHER;

    /** As the database and message keys have it. */
    public String key() {
      return this == LAID_OUT ? "laid-out" : name().toLowerCase(java.util.Locale.ROOT);
    }

    static Kind of(String key) { return valueOf(key.toUpperCase(java.util.Locale.ROOT).replace('-', '_')); }
  }

  /** @throws IllegalArgumentException for no amount, or a payment of another module's without its source */
  public NewPayout {
    if (amount < 1 || amount > org.groundwork.ledger.Line.MOST) {
      throw new IllegalArgumentException("a payment of " + amount);
    }
    if ((kind == Kind.OTHER) != source.isPresent()) {
      throw new IllegalArgumentException("what another module has paid names what it is about");
    }
  }
}
