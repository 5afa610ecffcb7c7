// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody took from who asks, so that they could get it back as well. */
public enum Taken {
  NOTHING, WAGES, DEPOSIT, HOURS, FEE;

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a key; empty if there is none. */
  public static Optional<Taken> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
