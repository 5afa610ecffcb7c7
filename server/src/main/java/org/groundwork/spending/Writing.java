// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.jspecify.annotations.Nullable;

/** What is needed to write anything down: identifiers, the day, who does it. */
record Writing(Ids ids, Clock clock, Locals locals, Audit audit) {

  LocalDate today() { return Scope.today(clock, locals); }

  Date day() { return Date.valueOf(today()); }

  Timestamp now() { return Timestamp.from(clock.instant()); }

  /** Notes that something was done to a payment. */
  void did(String what, UUID payout) {
    audit.record(what, new SubjectRef("payout", payout), "");
  }

  /** Who does it; nobody where the program does. */
  static @Nullable UUID me() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  /** Whether whoever does it asked for a payment, or gets it. */
  static boolean isOwn(Payout payout) {
    return Optional.ofNullable(me()).filter(payout::concerns).isPresent();
  }
}
