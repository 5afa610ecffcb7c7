// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.time.LocalDate;
import java.util.UUID;

/** Tells the owner of a paper that its day comes. */
interface OwnerNotice {

  /** Sends in the current transaction; false if the person cannot or does not want to be reached so. */
  boolean send(UUID owner, LocalDate dueOn);
}
