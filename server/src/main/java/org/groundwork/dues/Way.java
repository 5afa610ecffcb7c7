// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.ledger.UsedFor;

/** How money came. */
public enum Way {
  CASH(UsedFor.CASH), CHEQUE(UsedFor.ON_ITS_WAY), TRANSFER(UsedFor.BANK), DIRECT_DEBIT(UsedFor.BANK),
  CARD(UsedFor.SERVICES), SERVICE(UsedFor.SERVICES),
  /** It was there when the books began: nobody takes it now, and no choice of a form is it. */
  BROUGHT(UsedFor.BANK);

  private final UsedFor account;

  Way(UsedFor account) { this.account = account; }

  /** Where it lies unless somebody says otherwise. */
  UsedFor account() { return account; }

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The way of a key; empty if there is none. */
  public static Optional<Way> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
