// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Locale;

/** What a fund is for. */
public enum FundKind {
  /** Whatever the members decide; each local has one. */
  GENERAL, STRIKE, HARDSHIP,
  /** What it was given for. */
  EARMARKED;

  /** As the database and message keys have it. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  static FundKind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
}
