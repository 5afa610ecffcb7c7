// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.util.regex.Pattern;

/**
 * Creditor identifiers of SEPA direct debits (European Payments Council, EPC262-08): country, two check digits, a business code
 * of three places that is not part of the check, and the national number.
 */
public final class CreditorId {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}");

  private CreditorId() {}

  /** Without blanks, in capital letters. */
  public static String compact(String id) { return Mod97.compact(id); }

  /** Whether the form and the check digits are right. Blanks are passed over. */
  public static boolean isValid(String id) {
    if (id.length() > 60) {
      return false;
    }
    String compact = compact(id);
    return FORM.matcher(compact).matches() && Mod97.remainder(compact.substring(7) + compact.substring(0, 4)) == 1;
  }
}
