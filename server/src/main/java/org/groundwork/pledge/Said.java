// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.organizing.Reply;

/**
 * An answer to an ask.
 *
 * @param atLeast for {@link Reply#YES_IF} and for nothing else: how many there must be, the person among them
 * @param at when it was said
 * @param takenBy who asked; the person themself where nobody did
 */
public record Said(UUID person, Reply reply, OptionalInt atLeast, Instant at, UUID takenBy) {
  public Said {
    if ((reply == Reply.YES_IF) != atLeast.isPresent() || atLeast.orElse(1) < 1) {
      throw new IllegalArgumentException("a number belongs to a condition, and is at least one");
    }
  }

  /** How many this asks for, itself counted; absent where it is no pledge. */
  public OptionalInt asksFor() {
    return switch (reply) {
      case YES -> OptionalInt.of(1);
      case YES_IF -> atLeast;
      case NOT_YET, NO -> OptionalInt.empty();
    };
  }
}
