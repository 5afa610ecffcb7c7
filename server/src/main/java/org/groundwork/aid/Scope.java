// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Whose fund it is, and who writes. */
final class Scope {
  private Scope() {}

  static UUID local() { return Tenancy.current().value(); }

  /** The person who asks; null for a job. */
  static @Nullable UUID author() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  static Timestamp now(Clock clock) { return Timestamp.from(clock.instant()); }
}
