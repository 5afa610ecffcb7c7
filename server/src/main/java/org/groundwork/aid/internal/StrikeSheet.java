// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import org.groundwork.aid.StrikeBatch;

/** The list of a batch on paper, with room to sign. It says nothing of what it is for. */
public record StrikeSheet(Currency currency, StrikeBatch batch, List<NamedShare> shares) implements InMoney {
  public StrikeSheet { shares = List.copyOf(shares); }
}
