// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.ledger.UsedFor;

/** Where the money was. */
public enum PaidFrom {
  CASH(UsedFor.CASH), BANK(UsedFor.BANK);

  private final UsedFor account;

  PaidFrom(UsedFor account) { this.account = account; }

  UsedFor account() { return account; }

  /** As forms have it. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  /** The one of a key; empty if there is none. */
  public static Optional<PaidFrom> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
