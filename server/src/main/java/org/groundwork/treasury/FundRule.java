// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * That more may leave a fund than is in it, or that this may not be any more, as somebody asked for. Every member reads it.
 *
 * @param mayGoBelow what is asked for
 * @param askedBy empty once they were forgotten
 * @param decidedBy who said yes, or took it back; empty while it waits, and once they were forgotten
 * @param decidedAt empty while it waits
 */
public record FundRule(UUID id, UUID fund, boolean mayGoBelow, State state, Optional<UUID> askedBy, Instant askedAt,
    Optional<UUID> decidedBy, Optional<Instant> decidedAt) {

  /** How far it is. */
  public enum State {
    /** It waits for a second officer. */
    ASKED,
    /** A second officer said yes, and from then on it held. */
    AGREED,
    /** It was taken back, or a second officer did not want it. */
    WITHDRAWN;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static State of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Whether somebody may say yes to it, as far as who they are goes: not who asked. */
  public boolean mayAgree(UUID person) {
    return state == State.ASKED && askedBy.filter(by -> !by.equals(person)).isPresent();
  }
}
