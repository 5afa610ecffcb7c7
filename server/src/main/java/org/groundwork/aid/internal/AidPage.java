// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.groundwork.aid.AidRules;
import org.groundwork.aid.May;
import org.groundwork.aid.Request;
import org.groundwork.aid.RuleChange;
import org.groundwork.ledger.Discreet;

/**
 * The hardship fund as every member sees it.
 *
 * @param ruling how the rules came into force, and what is proposed
 * @param told what is in it, as far as it is told
 * @param may whether the reader may ask
 * @param own what the reader asked for
 * @param toDecide how many wait for the reader's word; 0 for whoever decides on none
 * @param toPay how many wait for the treasurer; 0 for anybody else
 * @param committee how many decide
 * @param done message key of what was just done, empty if nothing
 */
public record AidPage(Currency currency, Optional<AidRules> rules, Ruling ruling, long told, May may, List<Request> own,
    List<Discreet.Total> totals, int toDecide, int toPay, int committee, String done) implements InMoney {
  public AidPage {
    own = List.copyOf(own);
    totals = List.copyOf(totals);
  }

  /**
   * How the rules came into force, and what is proposed; every member reads both.
   *
   * @param inForce absent where the rules are older than proposals
   * @param second whether the reader can be the second person
   * @param drops whether the reader can take the proposal back
   */
  public record Ruling(Optional<RuleChange> inForce, Optional<RuleChange> proposed, boolean second, boolean drops,
      ZoneId zone) {}

  /** Whether the next step is the reader's to ask, and not to decide or to pay. */
  public boolean asks() {
    return may instanceof May.Yes && toDecide == 0 && toPay == 0 && !ruling.second();
  }

  /** Why the reader may not ask; empty if they may. */
  public Optional<May.No> no() {
    return may instanceof May.No no ? Optional.of(no) : Optional.empty();
  }
}
