// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody wants to get their money. */
public enum Way {
  CASH, TRANSFER, OTHER;

  /** As the database and message keys have it. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  public static Optional<Way> known(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
