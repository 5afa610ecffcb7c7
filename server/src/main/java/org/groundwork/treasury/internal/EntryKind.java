// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ledger.Account;
import org.groundwork.ledger.AccountKind;

/** What somebody writes into the books by hand. */
public enum EntryKind {
  /** Money came in. */
  IN,
  /** Money went out. */
  OUT,
  /** Money went from one place, or one fund, to another. */
  MOVE,
  /** Any balanced entry, line by line. */
  LINES;

  /** As addresses and message keys have it. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  static Optional<EntryKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  /** Whether an account says where the money came from or went to. */
  boolean about(Account account) {
    AccountKind own = this == IN ? AccountKind.INCOME : AccountKind.EXPENSE;
    return account.kind() == own || account.kind() == AccountKind.LIABILITY;
  }
}
