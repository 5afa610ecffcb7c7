// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Locale;

/** What the program itself enters in an account; a chart has one account for each. */
public enum UsedFor {
  /** What was there when the books were opened. */
  OPENING,
  /** What moves from one fund to another. */
  BETWEEN_FUNDS;

  /** As the database has it. */
  public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  static UsedFor of(String key) { return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }
}
