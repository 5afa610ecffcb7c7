// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Optional;
import java.util.UUID;

/**
 * A line of an entry.
 *
 * @param amount in minor units of the books' currency: debit above zero, credit below; never zero
 * @param mark where one person got it, or gave it, the same for whatever else that person gets, or gives, and without a key
 *     nobody's: members are shown sums over several people; empty elsewhere
 */
public record Line(UUID account, UUID fund, long amount, Optional<UUID> mark) {
  /** The most that one line may say: a hundred thousand million of a currency with cents. */
  public static final long MOST = 10_000_000_000_000L;

  /** @throws IllegalArgumentException for zero, or more than {@link #MOST} either way */
  public Line {
    if (amount == 0 || amount > MOST || amount < -MOST) {
      throw new IllegalArgumentException("a line of " + amount);
    }
  }

  /** A line that nobody got or gave. */
  public Line(UUID account, UUID fund, long amount) {
    this(account, fund, amount, Optional.empty());
  }

  /** The same the other way round. */
  public Line reversed() { return new Line(account, fund, -amount, mark); }

  /** The same as what somebody got or gave, under their mark. */
  public Line marked(UUID whose) {
    return new Line(account, fund, amount, Optional.of(whose));
  }
}
