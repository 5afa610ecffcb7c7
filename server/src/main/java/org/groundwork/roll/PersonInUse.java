// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Collection;
import java.util.UUID;

/**
 * Port: a module has written something down about people that taking back their entry would lose. Then the entry is not
 * taken back.
 */
public interface PersonInUse {

  /** Whether anything was written down about one of these people. */
  boolean inUse(Collection<UUID> people);
}
