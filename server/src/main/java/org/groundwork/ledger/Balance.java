// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.UUID;

/**
 * What the lines of an account and a fund come to.
 *
 * @param debit in minor units, not negative
 * @param credit in minor units, not negative
 */
public record Balance(UUID account, UUID fund, long debit, long credit) {
  /** Debit less credit. */
  public long amount() { return Math.subtractExact(debit, credit); }
}
