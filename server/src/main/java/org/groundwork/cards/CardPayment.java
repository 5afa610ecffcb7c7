// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A payment of a card.
 *
 * @param intent for what
 * @param stripe Stripe's name of it
 * @param sum in Stripe's unit, in {@code currency}
 * @param amount in minor units of the books; absent where it cannot be said in them
 * @param fee what Stripe kept, in minor units of the books
 * @param reason why it is not in the books
 * @param dues the payment of dues it is, if it is one
 * @param entry its entry in the books
 * @param refunded what of it was paid back or lost, in minor units of the books
 * @param dealt what of that somebody said is dealt with
 * @param booked what of that the books have by themselves; where it is not what is dealt with, somebody entered some by hand
 * @param disputeFee what disputes of it cost and is in the books
 */
public record CardPayment(UUID id, UUID intent, String stripe, LocalDate on, long sum, String currency,
    OptionalLong amount, OptionalLong fee, State state, Optional<Reason> reason, Optional<UUID> dues,
    Optional<UUID> entry, long refunded, long dealt, long disputeFee, long booked, Instant lookedAt) {

  /** How far it is. */
  public enum State {
    /** It is in the books. */
    TAKEN,
    /** Stripe has it, and the books cannot take it. */
    ASIDE,
    /** It went back, and the books say so. */
    BACK;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Why the books cannot take it. */
  public enum Reason {
    /** It is in other money than the books, or the account is. */
    CURRENCY,
    /** The sum cannot be said in whole minor units. */
    SUM,
    /** The books refuse it: a fund that gets a share of dues is closed. */
    BOOKS;

    /** As texts and the database have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Reason of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  CardPayment on(LocalDate day) {
    return new CardPayment(id, intent, stripe, day, sum, currency, amount, fee, state, reason, dues, entry, refunded,
        dealt, disputeFee, booked, lookedAt);
  }

  CardPayment of(OptionalLong known, OptionalLong kept) {
    return new CardPayment(id, intent, stripe, on, sum, currency, known, kept, state, reason, dues, entry, refunded,
        dealt, disputeFee, booked, lookedAt);
  }

  CardPayment because(Reason why) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, State.ASIDE, Optional.of(why), dues,
        entry, refunded, dealt, disputeFee, booked, lookedAt);
  }

  CardPayment taken(Optional<UUID> as, UUID entered) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, State.TAKEN, Optional.empty(), as,
        Optional.of(entered), refunded, dealt, disputeFee, booked, lookedAt);
  }

  CardPayment goneBack() {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, State.BACK, Optional.empty(), dues,
        entry,
        refunded, dealt, disputeFee, booked, lookedAt);
  }

  CardPayment refunded(long back) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, state, reason, dues, entry, back, dealt,
        disputeFee, booked, lookedAt);
  }

  CardPayment dealt(long done) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, state, reason, dues, entry, refunded,
        done, disputeFee, booked, lookedAt);
  }

  CardPayment booked(long back) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, state, reason, dues, entry, back, back,
        disputeFee, back, lookedAt);
  }

  /** Whether nobody entered by hand that some of it went back. */
  boolean goesBackByItself() { return dealt == booked; }

  CardPayment disputeFee(long cost) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, state, reason, dues, entry, refunded,
        dealt, cost, booked, lookedAt);
  }

  CardPayment at(Instant asked) {
    return new CardPayment(id, intent, stripe, on, sum, currency, amount, fee, state, reason, dues, entry, refunded,
        dealt, disputeFee, booked, asked);
  }

  /**
   * An identity that is the same whenever it is made from the same words: after RFC 9562, section 5.8 (version 8), from a
   * SHA-256 hash. So what Stripe names has one identity here, whichever message tells of it.
   */
  static UUID identity(String... words) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      Arrays.stream(words).forEach(word -> {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        hash.update(bytes);
      });
      var bytes = ByteBuffer.wrap(hash.digest());
      long most = (bytes.getLong() & ~0xF000L) | 0x8000L;
      long least = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(most, least);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
