// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.Optional;
import java.util.UUID;

/** Port: the module that keeps campaigns says whether people fight about something together. */
public interface Fights {

  /** Whether a campaign, open or ended, is about this kind of harm by this network, or about this site. */
  boolean about(GrievanceKind kind, Optional<String> network, Optional<UUID> site);
}
