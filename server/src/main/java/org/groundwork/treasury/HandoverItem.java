// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A thing on the list of a handover, with what the books say of it now.
 *
 * @param item its word: {@code months}, {@code account-…}
 * @param name of the account, for one
 * @param figure in minor units for an account, a count for the others; empty where only people can tell, and where it is not told
 */
public record HandoverItem(String item, Optional<String> name, OptionalLong figure) {
  /** The same without what an account comes to, as whoever does not read that sees it. */
  public HandoverItem withoutMoney() {
    return isMoney() ? new HandoverItem(item, name, OptionalLong.empty()) : this;
  }

  /** Whether its figure is money. */
  public boolean isMoney() { return name.isPresent(); }

  /** What message keys of it end with. */
  public String key() { return isMoney() ? "account" : item; }
}
