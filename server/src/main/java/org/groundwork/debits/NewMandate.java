// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.statements.sepa.Collection;

/**
 * What somebody says who lets us collect.
 *
 * @param holder 1 to 70 characters, of which banks can write some
 * @param iban of a country of the payments area, compact
 * @param bic of its bank; needed outside of the European Economic Area
 * @param address needed outside of the European Economic Area
 * @param signedAt the moment for one that is signed here; absent for paper
 * @param shown what was read, line by line, {@value #LONGEST_SHOWN} characters at most; nothing for paper
 */
public record NewMandate(String holder, String iban, Optional<String> bic, Optional<DebitAddress> address,
    LocalDate signedOn,
    Optional<Instant> signedAt, List<String> shown) {
  /** The longest name. */
  public static final int LONGEST_HOLDER = 70;
  /** The longest text that is kept of what was shown. */
  public static final int LONGEST_SHOWN = 8_000;

  /** @throws IllegalArgumentException if a bank could not read it, or something that is needed is missing */
  public NewMandate {
    var _ = new Collection.Debtor(holder, iban, bic, address.map(DebitAddress::written));
    if (bic.isEmpty() ? Bic.isNeeded(iban) : !Bic.fits(bic.get(), iban)) {
      throw new IllegalArgumentException("the bank of the account is not named, or cannot be that of the account");
    }
    shown = List.copyOf(shown);
    if (shown.stream().mapToInt(String::length).sum() > LONGEST_SHOWN || shown.isEmpty() != signedAt.isEmpty()) {
      throw new IllegalArgumentException(
          "what was shown is kept with a mandate that is signed here, and with no other");
    }
  }
}
