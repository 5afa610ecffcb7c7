// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Locale;

/** What people at a site have in common: a roof, a boss or an administration. */
public enum SiteKind {
  BUILDING, WORKPLACE, CAMPUS;

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind behind a stored name; {@link IllegalArgumentException} for anything else. */
  public static SiteKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
