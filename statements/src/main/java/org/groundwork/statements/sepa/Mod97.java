// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

/** Check digits of ISO 7064, MOD 97-10, with letters as numbers from 10. */
final class Mod97 {
  private Mod97() {}

  /** The remainder of digits and capital letters by 97; -1 if there is anything else. */
  static int remainder(String text) {
    int remainder = 0;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here >= '0' && here <= '9') {
        remainder = (remainder * 10 + (here - '0')) % 97;
      } else if (here >= 'A' && here <= 'Z') {
        remainder = (remainder * 100 + (here - 'A' + 10)) % 97;
      } else {
        return -1;
      }
    }
    return remainder;
  }

  /** The two check digits that make a text right which stands behind the first four places. */
  static String digits(String body, String head) {
    int check = 98 - remainder(body + head + "00");
    return check < 10 ? "0" + check : Integer.toString(check);
  }

  /** Without blanks, in capital letters of ASCII. */
  static String compact(String text) {
    var kept = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here >= 'a' && here <= 'z') {
        kept.append((char) (here - 'a' + 'A'));
      } else if (here != ' ' && here != '\u00A0') {
        kept.append(here);
      }
    }
    return kept.toString();
  }
}
