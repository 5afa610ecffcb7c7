// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Port: when somebody last talked to a contact, said by the modules that keep conversations. */
public interface LastContact {

  /** The day of the last conversation with each of these people; those never talked to are left out. */
  Map<UUID, LocalDate> lastTalkedTo(Collection<UUID> people);
}
