// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** International bank account numbers, ISO 13616: their form and check digits, not whether the account exists. */
public final class Iban {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  /**
   * What follows the check digits in each country of the Single Euro Payments Area, from the registry of ISO 13616 that SWIFT
   * keeps: so many digits (n), capital letters (a), or either (c). The countries are those of the European Payments Council's
   * list (EPC409-09) with Albania, Montenegro, Moldova, North Macedonia and Serbia, which came in 2024 and 2025.
   */
  private static final Map<String, Pattern> STRUCTURES = structures("AD 8n12c, AL 8n16c, AT 16n, BE 12n, BG 4a6n8c, "
      + "CH 5n12c, CY 8n16c, CZ 20n, DE 18n, DK 14n, EE 16n, ES 20n, FI 14n, FR 10n11c2n, GB 4a14n, GI 4a15c, GR 7n16c, "
      + "HR 17n, HU 24n, IE 4a14n, IS 22n, IT 1a10n12c, LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, MC 10n11c2n, MD 20c, ME 18n, "
      + "MK 3n10c2n, MT 4a5n18c, NL 4a10n, NO 11n, PL 24n, PT 21n, RO 4a16c, RS 18n, SE 20n, SI 15n, SK 20n, SM 1a10n12c, "
      + "VA 18n");

  /** Countries of the payments area that are not of the European Economic Area. */
  private static final Set<String> OUTSIDE = Set.of("AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM",
      "VA");

  private Iban() {}

  /** Without blanks, in capital letters, as files have it. */
  public static String compact(String iban) {
    return Mod97.compact(iban);
  }

  private static Map<String, Pattern> structures(String written) {
    var structures = new HashMap<String, Pattern>();
    for (String country : written.split(", ", -1)) {
      String form = country.substring(3)
          .replaceAll("([0-9]+)n", "[0-9]{$1}")
          .replaceAll("([0-9]+)a", "[A-Z]{$1}")
          .replaceAll("([0-9]+)c", "[A-Z0-9]{$1}");
      structures.put(country.substring(0, 2), Pattern.compile(form));
    }
    return Map.copyOf(structures);
  }

  /**
   * Whether the form, the check digits and, for a country of the payments area, the length and the places of digits and letters
   * are right. Blanks are passed over.
   */
  public static boolean isValid(String iban) {
    if (iban.length() > 60) {
      return false;
    }
    String compact = compact(iban);
    if (!FORM.matcher(compact).matches() || Mod97.remainder(compact.substring(4) + compact.substring(0, 4)) != 1) {
      return false;
    }
    Pattern structure = STRUCTURES.get(compact.substring(0, 2));
    return structure == null || structure.matcher(compact.substring(4)).matches();
  }

  /**
   * Whether an IBAN, or a creditor identifier, begins with a country of the payments area; false for anything shorter than
   * that. Blanks are passed over.
   */
  public static boolean inSepa(String iban) {
    String compact = compact(iban);
    return compact.length() > 2 && STRUCTURES.containsKey(compact.substring(0, 2));
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
