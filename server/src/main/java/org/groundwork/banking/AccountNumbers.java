// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.Locale;
import java.util.regex.Pattern;

/** Compares numbers of accounts as people and banks write them. */
final class AccountNumbers {
  private static final Pattern LAST_DIGITS = Pattern.compile("0*([0-9]{5,})[A-Z]{0,3}$");

  private AccountNumbers() {}

  /** Letters and digits only, in capital letters. */
  static String plain(String number) {
    return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /**
   * Whether a file's number is ours: the same, or the national one that our IBAN ends with.
   *
   * @param ours as it was written down
   * @param theirs as the file has it, often with the bank's code before it or the currency behind
   */
  static boolean same(String ours, String theirs) {
    String own = plain(ours);
    String named = plain(theirs);
    if (own.isEmpty() || named.isEmpty() || own.equals(named)) {
      return true;
    }
    String part = theirs.toUpperCase(Locale.ROOT).replaceAll(".*[/ ]", "");
    var digits = LAST_DIGITS.matcher(plain(part));
    return digits.find() && !named.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,}") && own.endsWith(digits.group(1));
  }
}
