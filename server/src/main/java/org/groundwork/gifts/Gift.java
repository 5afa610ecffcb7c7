// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money or goods that came in beside dues.
 *
 * @param person the member who gave it; absent for somebody outside, and once their record was deleted
 * @param giver who gave it, if outside
 * @param origin where a grant's money comes from, as far as we know
 * @param amount in minor units
 * @param because what it was held for, in words; of {@link HeldFor#OTHER_SIDE} as {@link Matched} reads it
 * @param receipt its number
 * @param recordedBy who wrote it down; absent where a service told it, and once they are forgotten
 */
public record Gift(UUID id, GiftClass of, Optional<UUID> person, String giver, String origin, LocalDate on, long amount,
    UUID account, UUID fund, State state, Optional<HeldFor> held, String because, String note, UUID entry,
    String receipt, Optional<UUID> recordedBy) {

  /** Whether somebody gave it or wrote it down, and so does not decide on it. */
  public boolean concerns(UUID reader) {
    return person.filter(reader::equals).isPresent() || recordedBy.filter(reader::equals).isPresent();
  }

  /** How far it is. */
  public enum State {
    TAKEN,
    /** It lies with us and is not ours. */
    HELD,
    /** It goes back. */
    TO_RETURN, RETURNED;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
  }

  /** Why something is held. */
  public enum HeldFor {
    /** It is more than one member may give. */
    CAP,
    /** It may come from a party we fight, or from an employer or landlord of members. */
    OTHER_SIDE,
    /** Somebody wants others to look at it. */
    ASKED;

    /** As texts and the database have it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static HeldFor of(String key) {
      return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
  }
}
