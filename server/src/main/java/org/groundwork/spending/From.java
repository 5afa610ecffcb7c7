// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.ledger.UsedFor;

/** Where the money was taken from that was paid. */
public enum From {
  CASH, BANK, SERVICES;

  /** As the database and message keys have it. */
  public String key() { return name().toLowerCase(Locale.ROOT); }

  public static Optional<From> known(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  UsedFor account() {
    return switch (this) {
      case CASH -> UsedFor.CASH;
      case BANK -> UsedFor.BANK;
      case SERVICES -> UsedFor.SERVICES;
    };
  }
}
