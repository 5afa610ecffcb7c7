// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a counted receipt should have been, as typed.
 *
 * @param person who paid; empty to leave it with whom the receipt says
 * @param nothing {@code yes} if nothing was taken
 * @param search a name that was looked for
 */
public record CorrectForm(@Nullable String person, @Nullable String amount, @Nullable String way,
    @Nullable String nothing, @Nullable String reason, @Nullable String search) {

  /** Whether the box is ticked that nothing was taken. */
  public boolean ofNothing() { return "yes".equals(nothing); }

  /** Whether it is a cheque, and not cash. */
  public boolean cheque() { return "cheque".equals(way); }
}
