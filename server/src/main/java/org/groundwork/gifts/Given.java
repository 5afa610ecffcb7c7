// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.UUID;
import org.groundwork.ledger.Entered;

/** What became of something that was to be given. Nothing was written unless it says so. */
public sealed interface Given {
  /** It is taken. */
  record Taken(UUID gift) implements Given {}

  /** All of it is held until two officers have looked at it. */
  record Held(UUID gift) implements Given {}

  /** A part is taken, and what exceeds the cap is held for return. */
  record PartHeld(UUID held, long taken) implements Given {}

  /**
   * It is more than one member may give.
   *
   * @param room what they may still give now, in minor units
   * @param months the months of the cap that stops it
   */
  record OverCap(long room, int months) implements Given {}

  /**
   * Goods that may come from the other side: they are not taken, since goods cannot be held apart.
   *
   * @param like whom the giver's name is like
   */
  record KindOfOtherSide(String like) implements Given {}

  /** It was entered before. */
  record Already() implements Given {}

  /** The books do not take it. */
  record NotEntered(Entered why) implements Given {}
}
