// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.ledger.Entered;

/**
 * A payment that went wrong, and waits for a second person to say so too.
 *
 * @param request the grant that was paid; empty for strike pay
 * @param batch the batch of strike pay; empty for aid
 * @param people how many payments are taken back
 * @param amount what they come to, in minor units
 * @param askedBy who says so; nobody once they are forgotten
 */
public record Undoing(UUID id, Optional<UUID> request, Optional<UUID> batch, Said said, int people, long amount,
    Optional<UUID> askedBy, LocalDate askedOn) {
  /** The longest reason. */
  public static final int LONGEST = 500;

  /** Where the money is. */
  public enum How {
    /** It was marked as paid and never left. */
    NEVER_LEFT,
    /** It came back in cash, or nobody fetched it. */
    BACK_CASH,
    /** It came back to the bank. */
    BACK_BANK;

    /** As forms and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of a key; empty if there is none. */
    public static Optional<How> known(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
  }

  /**
   * What somebody says of it.
   *
   * @param again whether it is to be paid anew; else the grant is over, and cap and interval are free
   * @param why 1 … {@value #LONGEST} characters; empty once it is deleted
   */
  public record Said(How how, boolean again, String why) {}

  /** What became of it. Nothing was written unless it says so. */
  public sealed interface Answer {
    /** It is noted, or done. */
    record Done() implements Answer {}

    /** Whoever said it cannot be the second person. */
    record AnotherPerson() implements Answer {}

    /** It is not paid any more, is taken back already, or others of it changed. */
    record Meanwhile() implements Answer {}

    /** A line of the bank is this payment, so it did leave. */
    record Pinned() implements Answer {}

    /** Some of a batch cannot have stayed here: it went out as one. */
    record Whole() implements Answer {}

    /** What was deleted of the request would be needed to pay it anew. */
    record NothingToPayTo() implements Answer {}

    /** The books refuse it. */
    record Refused(Entered why) implements Answer {}
  }
}
