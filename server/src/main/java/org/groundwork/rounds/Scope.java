// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;

/** Whose rounds these are, who writes, and which day it is there. */
record Scope(Ids ids, Clock clock, Locals locals, Audit audit) {
  static UUID local() { return Tenancy.current().value(); }

  static UUID me() { return Callers.actor().person(); }

  LocalDate today() { return LocalDate.now(clock.withZone(locals.profile().zone())); }

  Timestamp now() { return Timestamp.from(clock.instant()); }

  void did(String what, UUID round, String detail) { audit.record(what, new SubjectRef("round", round), detail); }
}
