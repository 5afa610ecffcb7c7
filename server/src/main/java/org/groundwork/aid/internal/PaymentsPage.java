// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.groundwork.aid.AidPayments;
import org.groundwork.aid.Payable;

/**
 * What the treasurer pays from the hardship fund.
 *
 * @param made what was paid lately
 * @param held what is in it
 * @param refused message key of why the books did not take a payment, empty if they did
 */
public record PaymentsPage(Currency currency, List<Payable> payable, List<AidPayments.Made> made, long held,
    ZoneId zone, String done,
    String refused) implements InMoney {
  public PaymentsPage {
    payable = List.copyOf(payable);
    made = List.copyOf(made);
  }
}
