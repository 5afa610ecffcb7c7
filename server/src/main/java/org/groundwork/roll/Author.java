// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.jspecify.annotations.Nullable;

/** Who changes a record of the roll. */
final class Author {
  private Author() {}

  /** The person who asks; null for a job or a visitor, as the column {@code changed_by} says it. */
  static @Nullable UUID id() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }
}
