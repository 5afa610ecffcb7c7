// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Source;

/**
 * Dues that came in.
 *
 * @param amount in minor units, 1 … {@link Rate#MOST}; the member is credited with all of it
 * @param fee what a bank or service kept of it; less than the amount
 * @param account where it lies; absent for the usual place
 * @param source what it was in another module, so that it is taken once
 * @param receipt its number, where it has one already; {@code A…Z}, {@code 0…9} and {@code -}, at most 30
 * @param way any but {@link Way#BROUGHT}, which is no payment that comes in
 * @param note at most {@value #LONGEST_NOTE} characters
 */
public record NewPayment(UUID person, LocalDate on, long amount, long fee, Way way, Optional<UUID> account,
    Optional<Source> source, Optional<String> receipt, String note) {
  /** The longest note. */
  public static final int LONGEST_NOTE = 300;

  /** @throws IllegalArgumentException when a bound is not kept */
  public NewPayment {
    if (amount < 1 || amount > Rate.MOST || fee < 0 || fee >= amount) {
      throw new IllegalArgumentException("a payment of " + amount + " with a fee of " + fee);
    }
    if (way == Way.BROUGHT) {
      throw new IllegalArgumentException("what was there when the books began does not come in");
    }
    if (note.length() > LONGEST_NOTE || receipt.filter(text -> !text.matches("[A-Z0-9][A-Z0-9-]{0,29}")).isPresent()) {
      throw new IllegalArgumentException("a payment with a note or a receipt that cannot be");
    }
  }

  /** Paid in a way, into its usual place, without a fee. */
  public static NewPayment of(UUID person, LocalDate on, long amount, Way way) {
    return new NewPayment(person, on, amount, 0, way, Optional.empty(), Optional.empty(), Optional.empty(), "");
  }
}
