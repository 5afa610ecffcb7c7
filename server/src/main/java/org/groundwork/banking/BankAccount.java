// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An account where money of the local lies.
 *
 * @param number an IBAN or what else it is known by; empty if nobody wrote it down
 * @param ledgerAccount the account of the books that says what is in it
 * @param hostKeeps what a fiscal host keeps of what comes in, in hundredths of a percent
 * @param closed whether no statements are brought in any more
 */
public record BankAccount(UUID id, String name, Kind kind, String number, Currency currency, UUID ledgerAccount,
    OptionalInt hostKeeps, boolean closed, long version) {

  /** Where money lies. */
  public enum Kind {
    BANK,
    /** A service of payment, such as PayPal. */
    SERVICE,
    /** A fiscal host: a body that holds money for a local without a bank account. */
    HOST;

    /** As the database and message keys have it. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The kind with this key, if there is one. */
    public static Optional<Kind> known(String key) {
      return java.util.Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    static Kind of(String key) { return valueOf(key.toUpperCase(Locale.ROOT)); }
  }

  /** Its number with everything but the last four places hidden; empty if it has none. */
  public String ending() {
    return number.length() <= 4 ? number : "…" + number.substring(number.length() - 4);
  }
}
