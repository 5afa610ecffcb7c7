// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member goes to Stripe for.
 *
 * @param person whoever pays; absent once their record was deleted
 * @param every 0 for once, otherwise again each 1, 3 or 12 months
 * @param amount in minor units of the books
 * @param live whether real money moves; what is tried with a test key is in no books
 * @param request what Stripe is asked with
 * @param session Stripe's name of the page on which it is paid
 * @param subscription Stripe's name of what repeats
 * @param refusal why Stripe refused it
 * @param trouble whether the card was refused the last time
 */
public record CardIntent(UUID id, Optional<UUID> person, Kind kind, int every, long amount, State state,
    Instant askedAt, boolean live, Request request, Optional<String> session, Optional<String> url,
    Optional<String> subscription,
    Optional<String> refusal, boolean trouble) {

  /**
   * What Stripe is told of it, the same whenever it is asked.
   *
   * @param account of which account
   * @param sum in Stripe's unit
   * @param currency three capitals
   * @param locale the payer's language
   * @param backTo where Stripe sends the payer afterwards
   */
  public record Request(String account, long sum, String currency, String description, String locale, String backTo) {}

  /** What it is for. */
  public enum Kind {
    DUES, GIFT;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The kind of a key; empty if there is none. */
    public static Optional<Kind> known(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /** How far it is. */
  public enum State {
    /** It is written down, and Stripe has not answered. */
    ASKED,
    /** It can be paid at Stripe. */
    OPEN,
    /** It is done at Stripe and the money is on its way. */
    PENDING, PAID,
    /** It repeats. */
    RUNNING,
    /** It is to end, and Stripe has not said yet that it did. */
    STOPPING, STOPPED,
    /** The bank did not pay. */
    FAILED,
    /** Nobody paid in time, or the payer let it go. */
    EXPIRED,
    /** Stripe refused it. */
    REFUSED;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether it is paid again and again. */
  public boolean repeats() { return every > 0; }

  /** Until when it can be paid at Stripe, if it is not done by then. */
  public Instant until() {
    return askedAt.plus(StripeRequests.OPEN);
  }
}
