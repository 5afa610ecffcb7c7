// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.util.Set;
import java.util.regex.Pattern;

/** International bank account numbers, ISO 13616: their form and check digits, not whether the account exists. */
public final class Iban {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  /** Countries of the Single Euro Payments Area with the length of their IBANs, from the registry of ISO 13616. */
  private static final String LENGTHS = " AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 "
      + "IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 VA22 ";

  /** Countries of the payments area that are not of the European Economic Area. */
  private static final Set<String> OUTSIDE = Set.of("AD", "CH", "GB", "GI", "MC", "SM", "VA");

  private Iban() {}

  /** Without blanks, in capital letters, as files have it. */
  public static String compact(String iban) {
    return Mod97.compact(iban);
  }

  /** Whether the form, the check digits and, for a country of the payments area, the length are right. Blanks are passed over. */
  public static boolean isValid(String iban) {
    if (iban.length() > 60) {
      return false;
    }
    String compact = compact(iban);
    if (!FORM.matcher(compact).matches() || Mod97.remainder(compact.substring(4) + compact.substring(0, 4)) != 1) {
      return false;
    }
    int known = LENGTHS.indexOf(" " + compact.substring(0, 2));
    return known < 0 || LENGTHS.startsWith(compact.length() + " ", known + 3);
  }

  /**
   * Whether an IBAN, or a creditor identifier, begins with a country of the payments area; false for anything shorter than
   * that. Blanks are passed over.
   */
  public static boolean inSepa(String iban) {
    String compact = compact(iban);
    return compact.length() > 2 && LENGTHS.contains(" " + compact.substring(0, 2));
  }

  /**
   * Whether an account lies in a country of the payments area that is not of the European Economic Area, so that a direct debit has
   * to give its holder's address. Blanks are passed over.
   */
  public static boolean needsAddress(String iban) {
    String compact = compact(iban);
    return compact.length() > 2 && OUTSIDE.contains(compact.substring(0, 2));
  }
}
