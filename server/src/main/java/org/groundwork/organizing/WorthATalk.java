// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Port: who of a steward's people is worth a talk now, for a reason that stays with the module that knows it. Nothing but
 * that is told. Implementations are beans; each runs inside the caller's transaction.
 */
public interface WorthATalk {

  /**
   * Whom of these people to talk to.
   *
   * @param talked the day of each one's last conversation; whoever was never talked to is left out
   */
  Set<UUID> among(Collection<UUID> people, Map<UUID, LocalDate> talked, LocalDate today);
}
