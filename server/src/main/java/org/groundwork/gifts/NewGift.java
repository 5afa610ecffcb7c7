// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Source;

/**
 * Something that is given.
 *
 * @param person the member who gives; then {@code giver} is empty
 * @param giver who gives, if outside; at most {@value #LONGEST_NAME} characters, may be empty for sales and collections
 * @param origin where a grant's money comes from; at most {@value #LONGEST_NAME} characters
 * @param amount in minor units, 1 … {@value #MOST}
 * @param account where it lies, or what a gift in kind spares us
 * @param source what it was in another module, so that it is entered once
 * @param holdRest whether what exceeds the cap is held for return; else all of it is refused
 * @param ask whether it is held for others to look at, whoever gave it
 * @param payer the name under which the money came in, where a bank says so; else empty
 */
public record NewGift(GiftClass of, Optional<UUID> person, String giver, String origin, LocalDate on, long amount,
    UUID account, UUID fund, Optional<Source> source, String note, boolean holdRest, boolean ask,
    String payer) {
  /** The most. */
  public static final long MOST = 1_000_000_000_000L;
  /** The longest name. */
  public static final int LONGEST_NAME = 120;
  /** The longest note. */
  public static final int LONGEST_NOTE = 300;

  /** @throws IllegalArgumentException when a bound is not kept */
  public NewGift {
    if (amount < 1 || amount > MOST || giver.length() > LONGEST_NAME || origin.length() > LONGEST_NAME
        || note.length() > LONGEST_NOTE || payer.length() > LONGEST_NAME
        || (person.isPresent() && !giver.isEmpty())) {
      throw new IllegalArgumentException("a gift of " + amount);
    }
  }

  /** The same where nothing else is said of the name under which it came. */
  public NewGift(GiftClass of, Optional<UUID> person, String giver, String origin, LocalDate on, long amount,
      UUID account, UUID fund, Optional<Source> source, String note, boolean holdRest, boolean ask) {
    this(of, person, giver, origin, on, amount, account, fund, source, note, holdRest, ask, "");
  }
}
