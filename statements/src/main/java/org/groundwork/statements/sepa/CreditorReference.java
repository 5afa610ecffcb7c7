// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Structured references by which a payment is matched without reading its text: the creditor reference of ISO 11649 ({@code RF},
 * two check digits, up to 21 letters and digits), and the QR reference of Swiss invoices (27 digits, the last one a check).
 */
public final class CreditorReference {
  private static final Pattern FORM = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
  private static final Pattern BODY = Pattern.compile("[A-Z0-9]{1,21}");
  private static final Pattern QR = Pattern.compile("[0-9]{27}");
  private static final int[] CARRY = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

  private CreditorReference() {}

  /**
   * Makes a reference of ISO 11649.
   *
   * @param body 1 to 21 letters and digits of ASCII; blanks are passed over, small letters become capital
   * @throws IllegalArgumentException if it is anything else
   */
  public static String of(String body) {
    String compact = Mod97.compact(body);
    if (!BODY.matcher(compact).matches()) {
      throw new IllegalArgumentException("a reference is made of 1 to 21 letters and digits");
    }
    return "RF" + Mod97.digits(compact, "RF") + compact;
  }

  /** Whether a text is a reference of ISO 11649 with right check digits. Blanks are passed over. */
  public static boolean isValid(String reference) {
    if (reference.length() > 60) {
      return false;
    }
    String compact = Mod97.compact(reference);
    return FORM.matcher(compact).matches() && Mod97.remainder(compact.substring(4) + compact.substring(0, 4)) == 1;
  }

  /** Whether a text is a Swiss QR reference with a right check digit. Blanks are passed over. */
  public static boolean isQr(String reference) {
    if (reference.length() > 60) {
      return false;
    }
    String compact = Mod97.compact(reference);
    if (!QR.matcher(compact).matches()) {
      return false;
    }
    int carry = 0;
    for (int at = 0; at < 26; at++) {
      carry = CARRY[(carry + compact.charAt(at) - '0') % 10];
    }
    return (10 - carry) % 10 == compact.charAt(26) - '0';
  }

  /** The reference, without blanks, if the text is nothing but one of either kind. */
  public static Optional<String> only(String text) {
    return isValid(text) || isQr(text) ? Optional.of(Mod97.compact(text)) : Optional.empty();
  }
}
