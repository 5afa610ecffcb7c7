// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Currency;

/**
 * The local's own limits, in minor units of the books' currency.
 *
 * @param noReceipt up to this much is paid back without a receipt
 * @param release above this a further person releases what is paid
 * @param appropriation above this money leaves a fund only under an appropriation
 * @param pettyCash the most in one float of petty cash
 * @param version 0 while the local has the limits that the program begins with
 */
public record Rules(long noReceipt, long release, long appropriation, long pettyCash, long version) {
  private static final int CENTS = 2;

  /** Whether the sums are the same, whenever they were set. */
  public boolean sameAs(Rules other) {
    return noReceipt == other.noReceipt && release == other.release && appropriation == other.appropriation
        && pettyCash == other.pettyCash;
  }

  /** The most that one person lets out alone: above the lower of two limits somebody else says yes. */
  public long byOne() {
    return Math.min(release, appropriation);
  }

  /** What a local begins with: 50, 250, 500 and 100 of a currency with cents, a hundred times that of one without. */
  static Rules initial(Currency currency) {
    long unit = 1;
    for (int place = Math.max(CENTS, currency.getDefaultFractionDigits()); place > 0; place--) {
      unit *= 10;
    }
    return new Rules(50 * unit, 250 * unit, 500 * unit, 100 * unit, 0);
  }
}
