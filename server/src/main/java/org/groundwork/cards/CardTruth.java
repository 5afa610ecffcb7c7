// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What Stripe says that is, at the time it was asked; whatever message made us ask.
 *
 * @param asked when it was asked: what was asked later is newer
 */
record CardTruth(Instant asked, List<Payment> payments, Optional<Session> session, Optional<Repeating> repeating) {
  CardTruth { payments = List.copyOf(payments); }

  /** Whether it is about nothing of ours. */
  boolean nothing() {
    return payments.isEmpty() && session.isEmpty() && repeating.isEmpty();
  }

  /**
   * A payment of a card.
   *
   * @param stripe Stripe's name of it
   * @param intent for what of ours
   * @param currency three capitals
   * @param failed whether the card was refused the last time
   * @param charge what was paid, if it was
   */
  record Payment(String stripe, UUID intent, String currency, boolean failed, Optional<Charge> charge) {}

  /**
   * Money that came in.
   *
   * @param sum in Stripe's unit
   * @param fee what Stripe kept, in the unit of the account's own money; absent as long as Stripe has not reckoned it
   * @param feeCurrency the account's own money; empty as long as there is no fee
   * @param back what was paid back or lost in a dispute, in Stripe's unit
   * @param disputeFee what disputes cost, in the unit of the account's own money
   */
  record Charge(Instant at, long sum, OptionalLong fee, String feeCurrency, long back, long disputeFee) {}

  /** A stay at Stripe's page: its state and what it made. */
  record Session(UUID intent, State state, Optional<String> subscription) {
    enum State {
      OPEN,
      /** Done, and the money is on its way. */
      PENDING,
      /** Done and paid. */
      PAID, EXPIRED
    }
  }

  /** A payment that repeats. */
  record Repeating(String subscription, UUID intent, boolean ended, boolean trouble) {}
}
