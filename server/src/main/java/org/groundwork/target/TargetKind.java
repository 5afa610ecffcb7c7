// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.roll.SiteKind;

/** What a target is to those who ask something of it. */
public enum TargetKind {
  LANDLORD, EMPLOYER, ADMINISTRATION, AGENCY, NON_PROFIT, OURSELVES;

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that people of a site face. */
  public static TargetKind facing(SiteKind site) {
    return switch (site) {
      case BUILDING -> LANDLORD;
      case WORKPLACE -> EMPLOYER;
      case CAMPUS -> ADMINISTRATION;
    };
  }

  /** The kind with this name, if there is one. */
  public static Optional<TargetKind> known(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  /** The kind behind a stored name; {@link IllegalArgumentException} for anything else. */
  public static TargetKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
