// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A decision that lets money leave a fund.
 *
 * @param amount in minor units of the books' currency
 * @param used what was said yes to under it, paid or not
 * @param recordedBy who wrote it down
 */
public record Appropriation(UUID id, UUID fund, long amount, String purpose, Decision decision, State state, long used,
    UUID recordedBy, Optional<LocalDate> confirmed, Optional<LocalDate> closed) {

  /** What may still be said yes to. */
  public long left() { return Math.subtractExact(amount, used); }

  /** How far it is. */
  public enum State {
    /** Written down by one officer. */
    RECORDED,
    /** Confirmed by a second one: money may leave under it. */
    OPEN, CLOSED;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Who decided. */
  public enum Body {
    GENERAL_MEETING, COMMITTEE, VOTE;

    /** As the database and message keys have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Body> known(String key) {
      return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /**
   * The decision as it was passed.
   *
   * @param words as they were put to the vote
   */
  public record Decision(LocalDate on, Body body, String words, int votesFor, int votesAgainst, int abstained) {}

  /**
   * One that is to be written down.
   *
   * @param purpose 1 … 200 characters, read by every member
   */
  public record New(UUID fund, long amount, String purpose, Decision decision) {}
}
