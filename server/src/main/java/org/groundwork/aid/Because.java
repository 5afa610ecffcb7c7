// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why the committee says no. Words come with it. */
public enum Because {
  CAP, FUND, ELSEWHERE, NOT_HARDSHIP, OTHER;

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a key; empty if there is none. */
  public static Optional<Because> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
