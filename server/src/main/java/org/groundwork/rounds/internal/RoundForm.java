// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.rounds.Round;
import org.jspecify.annotations.Nullable;

/** A round that is to begin, as typed. */
public record RoundForm(@Nullable String once, @Nullable String of, @Nullable String steward) {

  /** Whose people are asked. */
  public record Of(Round.Kind kind, Optional<UUID> site) {
    /** As forms name it. */
    public String word() { return site.map(UUID::toString).orElse(kind.key()); }
  }

  Optional<Of> readOf() {
    if (Round.Kind.NOWHERE.key().equals(of)) {
      return Optional.of(new Of(Round.Kind.NOWHERE, Optional.empty()));
    }
    if (Round.Kind.NAMES.key().equals(of)) {
      return Optional.of(new Of(Round.Kind.NAMES, Optional.empty()));
    }
    return RoundsDesk.id(of).map(site -> new Of(Round.Kind.SITE, Optional.of(site)));
  }
}
