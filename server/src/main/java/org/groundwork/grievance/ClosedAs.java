// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a grievance ended. There is no "solved": a harm is fought together, or one person was helped. */
public enum ClosedAs {
  /** It is part of a fight and counts for its common cause on. */
  IN_A_FIGHT,
  /** One person was helped, alone. */
  HELPED_INDIVIDUALLY,
  /** It is not for us, or not true. */
  NOT_OURS,
  /** The person took it back. */
  WITHDRAWN;

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The end with this name, if there is one. */
  public static Optional<ClosedAs> known(String key) {
    return Arrays.stream(values()).filter(end -> end.key().equals(key)).findFirst();
  }
}
