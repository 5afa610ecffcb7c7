// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.util.Locale;

/** What a target is to those who ask something of it. */
public enum TargetKind {
  LANDLORD, EMPLOYER, ADMINISTRATION, AGENCY, NON_PROFIT, OURSELVES;

  /** The name stored in the database and used in message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind behind a stored name; {@link IllegalArgumentException} for anything else. */
  public static TargetKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
