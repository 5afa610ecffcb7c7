// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The local's account at Stripe, as its keeper sees it. Without its keys, of which the last four signs are shown.
 *
 * @param on whether members are offered to pay by card
 * @param live whether real money moves
 * @param statement what stands on statements of cards, as Stripe says
 * @param currency the account's own money, three capitals
 * @param takes whether Stripe lets it take payments
 * @param hookEnd the end of what signs messages; absent until it was entered
 * @param oldUntil until when the former one holds too
 * @param description what stands on Stripe's page
 * @param seenUntil what Stripe told until then is here
 * @param trouble why Stripe could not be asked the last time
 * @param available what can be paid out, in minor units of the books, when it was last asked
 * @param pending what is on its way to that
 * @param ignored how many messages were of nothing here
 * @param foreign how many messages were of another account, or of test where money is real or the other way round
 */
public record CardAccount(boolean on, String keyEnd, boolean live, String id, String name, String statement,
    String currency, boolean takes, Instant lookedAt, Optional<String> hookEnd, Optional<Instant> oldUntil,
    String description, Instant seenUntil, Optional<Trouble> trouble, OptionalLong available, OptionalLong pending,
    Optional<Instant> balanceAt, long ignored, long foreign) {
  /** The longest description. */
  public static final int LONGEST_DESCRIPTION = 60;

  /** Why Stripe could not be asked, and since when. */
  public record Trouble(String why, Instant since) {}

  /** Whether everything is there to offer it. */
  public boolean ready() { return hookEnd.isPresent() && takes; }
}
