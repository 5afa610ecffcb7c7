// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Whose payments these are, and who writes. */
final class CardScope {
  private CardScope() {}

  static UUID local() { return Tenancy.current().value(); }

  static @Nullable UUID author() { return Callers.current() instanceof Caller.Actor actor ? actor.person() : null; }
}
