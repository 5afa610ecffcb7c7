// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The money goes from one pair of hands to another; both say of each thing on a list that it is so.
 *
 * @param giver who hands over; empty until somebody says that it is them
 * @param taker who takes over; empty until somebody says that it is them
 * @param confirmed whether somebody who keeps or checks the money said that the taker is who takes over
 * @param done when the last thing was ticked by both
 * @param stopped when it was given up unfinished
 */
public record Handover(UUID id, Optional<UUID> giver, Optional<UUID> taker, boolean confirmed, Instant begun,
    Optional<Instant> done,
    Optional<Instant> stopped, List<Tick> ticks) {
  public Handover { ticks = List.copyOf(ticks); }

  /** One of the two. */
  public enum Side {
    GIVER, TAKER;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    static Side of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /**
   * One of the two says that a thing is so.
   *
   * @param figure what it came to then
   */
  public record Tick(String item, Side side, OptionalLong figure, Instant at) {}

  /** Whether nothing can be ticked any more. */
  public boolean over() {
    return done.isPresent() || stopped.isPresent();
  }

  /** The side somebody is on. */
  public Optional<Side> sideOf(UUID person) {
    if (giver.filter(person::equals).isPresent()) {
      return Optional.of(Side.GIVER);
    }
    return taker.filter(person::equals).isPresent() ? Optional.of(Side.TAKER) : Optional.empty();
  }

  /** Whether somebody takes over, as it was confirmed: they read what there truly is. */
  public boolean isTakenBy(UUID person) {
    return confirmed && taker.filter(person::equals).isPresent();
  }

  /** The side on which nobody is yet. */
  public Optional<Side> open() {
    if (giver.isEmpty()) {
      return Optional.of(Side.GIVER);
    }
    return taker.isEmpty() ? Optional.of(Side.TAKER) : Optional.empty();
  }

  /** What one side said of a thing. */
  public Optional<Tick> tick(String item, Side side) {
    return ticks.stream().filter(tick -> tick.item().equals(item) && tick.side() == side).findFirst();
  }
}
