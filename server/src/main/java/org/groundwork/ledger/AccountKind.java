// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.util.Locale;

/** What an account is about. Debit makes the first and the last more, credit the others. */
public enum AccountKind {
  /** What there is: cash, a bank account, what others owe us. */
  ASSET,
  /** What we owe. */
  LIABILITY,
  /** What was there before the first entry, and what moved between funds. */
  NET,
  INCOME,
  EXPENSE;

  /** As the database and message keys have it. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  /** Whether a balance of debit is what is usual. */
  public boolean isDebit() {
    return this == ASSET || this == EXPENSE;
  }

  static AccountKind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
}
