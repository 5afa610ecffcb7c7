// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.UUID;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.platform.web.View;

/**
 * Whether a phone may still hand over what was written down on it. The page is read by the phone's script; a person who
 * comes here is led on.
 */
public record TurfStatePage(UUID turf, TakenAlong.May may) implements View {
  /** Whether the phone has to let go. */
  public boolean letsGo() { return may == TakenAlong.May.NOTHING; }

  /** Whether the names on it are to go. */
  public boolean numbersOnly() { return may == TakenAlong.May.NUMBERS; }
}
