// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.ledger.Discreet;

/**
 * Strike pay: the fund, and the strikes there are.
 *
 * @param told what is in the strike fund, as far as it is told
 */
public record StrikesPayPage(Currency currency, List<PaidStrike> strikes, long told,
    List<Discreet.Total> totals) implements InMoney {
  public StrikesPayPage {
    strikes = List.copyOf(strikes);
    totals = List.copyOf(totals);
  }
}
