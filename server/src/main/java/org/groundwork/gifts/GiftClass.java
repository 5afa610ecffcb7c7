// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.ledger.UsedFor;

/** What kind of money it is. Dues are none of it: they are the members' own. */
public enum GiftClass {
  MEMBERS_GIFTS(UsedFor.MEMBERS_GIFTS), OTHER_UNIONS(UsedFor.OTHER_UNIONS), CROWD_FUNDING(UsedFor.CROWD_FUNDING),
  GRANTS(UsedFor.GRANTS), SALES(UsedFor.SALES), GIFTS_IN_KIND(UsedFor.GIFTS_IN_KIND);

  private final UsedFor account;

  GiftClass(UsedFor account) { this.account = account; }

  /** The account of the books for it. */
  public UsedFor account() { return account; }

  /** Whether members are told who gave it: bodies, never people. */
  public boolean named() {
    return this == OTHER_UNIONS || this == GRANTS;
  }

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class of a key; empty if there is none. */
  public static Optional<GiftClass> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
