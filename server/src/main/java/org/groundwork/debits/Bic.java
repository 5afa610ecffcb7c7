// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groundwork.statements.sepa.Iban;

/**
 * Names of banks, ISO 9362. Within the European Economic Area the account says its bank (Regulation (EU) No 260/2012); outside of it,
 * in Switzerland, the United Kingdom and the small states, a direct debit has to name the bank too.
 */
public final class Bic {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
  private static final int COUNTRY = 4;
  /** Countries whose banks are named by another country too. */
  private static final Map<String, Set<String>> ALSO = Map.of("GB", Set.of("GG", "IM", "JE"), "MC", Set.of("FR"));

  private Bic() {}

  /** Without blanks, in capital letters, as files have it. */
  public static String compact(String bic) {
    return bic.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  /** Whether the form is right: 8 or 11 capital letters and digits. */
  public static boolean isValid(String bic) {
    return FORM.matcher(bic).matches();
  }

  /** Whether an account cannot be collected from without the name of its bank. */
  public static boolean isNeeded(String iban) {
    return Iban.needsAddress(iban);
  }

  /** Whether it can be the bank of an account: its form is right and, outside of the European Economic Area, its country too. */
  public static boolean fits(String bic, String iban) {
    if (!isValid(bic)) {
      return false;
    }
    String bank = bic.substring(COUNTRY, COUNTRY + 2);
    String account = Iban.compact(iban).substring(0, 2);
    return !isNeeded(iban) || bank.equals(account) || ALSO.getOrDefault(account, Set.of()).contains(bank);
  }
}
