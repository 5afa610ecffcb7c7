// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.aid.StrikeRule;
import org.groundwork.strike.Strike;

/** A strike of work, what its fight is called, and what a day is paid with, if that was decided. */
public record PaidStrike(Strike strike, String title, Optional<StrikeRule> rule) {

  public UUID step() { return strike.step(); }

  /** The address of its page within the local. */
  public String path() { return "aid/strikes/" + step(); }
}
