// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;

/** In which local something happens, and what day it is there. */
final class Scope {
  private Scope() {}

  static UUID local() { return Tenancy.current().value(); }

  static LocalDate today(Clock clock, Locals locals) { return LocalDate.now(clock.withZone(locals.profile().zone())); }
}
