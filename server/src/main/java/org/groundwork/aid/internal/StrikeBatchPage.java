// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.aid.StrikeBatch;

/**
 * Who got what at once.
 *
 * @param undoing whether somebody said that some of it went wrong
 */
public record StrikeBatchPage(Currency currency, PaidStrike at, StrikeBatch batch, List<NamedShare> shares,
    boolean undoing)
    implements
      InMoney {
  public StrikeBatchPage { shares = List.copyOf(shares); }
}
