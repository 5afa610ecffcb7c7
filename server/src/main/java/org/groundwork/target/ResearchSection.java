// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a research sheet, in the order the sheet has them. */
public enum ResearchSection {
  WHO_DECIDES, MONEY, LENDERS, PERMITS, DATES_THAT_HURT, ALLIES, OPPONENTS, WEAK_POINTS;

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The section with this name, if there is one. */
  public static Optional<ResearchSection> known(String key) {
    return Arrays.stream(values()).filter(section -> section.key().equals(key)).findFirst();
  }
}
