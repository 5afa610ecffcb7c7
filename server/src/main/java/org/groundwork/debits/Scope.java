// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Whose direct debits these are, and who writes. */
final class Scope {
  private Scope() {}

  static UUID local() { return Tenancy.current().value(); }

  /** The person who asks; null for a job. */
  static @Nullable UUID author() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }
}
