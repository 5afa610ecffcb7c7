// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A request for an export of the roll.
 *
 * @param purpose why, in the words of who asked
 * @param people how many people it was when it was asked for
 * @param hash of the request and its criteria, in hexadecimal
 */
public record RollExport(UUID id, UUID askedBy, Instant askedAt, RollCriteria criteria, String purpose, int people,
    String hash, Stage stage) {

  /** Where it stands. */
  public sealed interface Stage {
    /** Another officer has to release it. */
    record Waiting() implements Stage {}

    /** There is no other officer: everybody is told, and it can be fetched from then on. */
    record Announced(Instant opensAt) implements Stage {}

    /** It can be fetched once, before {@code until}. */
    record Open(Instant until) implements Stage {}

    /** It was fetched. */
    record Fetched(Instant at, int people) implements Stage {}

    /** Somebody stopped it, or its time has passed. */
    record Over() implements Stage {}
  }

  /** Why an act was refused; each has a text {@code export.refused.<key>}. */
  public enum Refusal {
    /** It takes two: whoever asked cannot release. */
    SAME_OFFICER,
    /** It takes two devices: this browser asked. */
    SAME_DEVICE,
    /** What the officer saw is not what is asked for. */
    OTHER_CRITERIA,
    /** Nobody has released it yet, or the day has not passed. */
    TOO_EARLY,
    /** Somebody stopped it, fetched it, or its time has passed. */
    GONE,
    /** More people than one file holds. */
    TOO_MANY,
    /** Enough requests are open. */
    TOO_MANY_OPEN;

    /** The name used in message keys and addresses. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal behind a word in an address. */
    public static Optional<Refusal> known(String key) {
      return java.util.Arrays.stream(values()).filter(refusal -> refusal.key().equals(key)).findFirst();
    }
  }
}
