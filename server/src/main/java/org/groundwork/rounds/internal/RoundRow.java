// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;

/**
 * Somebody on a round, as a steward sees them: whether something is due, and nothing of why or why not.
 *
 * @param where their door; empty where none is known
 * @param tag {@code due}, {@code nothing}, or what came of it
 * @param amount what is due, where the members decided that stewards see it
 */
public record RoundRow(UUID visit, String name, String where, String tag, Optional<Money> amount) {
  /** Whether nothing was written down yet. */
  public boolean toSee() {
    return tag.equals("due") || tag.equals("nothing");
  }
}
