// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.groundwork.aid.StrikePay;

/**
 * Who is to get how much, before all of them are paid.
 *
 * @param last the last day that can be paid for
 * @param held what is in the strike fund
 * @param limit whether it is above the local's limit
 * @param refused message key of why nothing was paid, empty if nothing was tried
 */
public record StrikeDuePage(Currency currency, PaidStrike at, List<NamedShare> shares, LocalDate until, LocalDate last,
    long held, Limit limit, String refused) implements InMoney {
  public StrikeDuePage { shares = List.copyOf(shares); }

  /** What all of them get. */
  public long total() {
    return StrikePay.total(shares.stream().map(NamedShare::share).toList());
  }

  /** How it stands with the limit above which a further person releases it. */
  public enum Limit {
    BELOW,
    /** A further person is to be asked. */
    ABOVE,
    /** One was asked and has not said yes. */
    ASKED, RELEASED,
    /** The reader said yes to it, and so does not pay it. */
    RELEASED_BY_READER
  }

  /** Whether it can be paid now. */
  public boolean payable() {
    return enough() && (limit == Limit.BELOW || limit == Limit.RELEASED);
  }

  /** Whether the fund has it. */
  public boolean enough() { return total() <= held; }
}
