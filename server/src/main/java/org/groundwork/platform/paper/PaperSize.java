// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.paper;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** What lies in the printer. */
public enum PaperSize {
  /** 210 by 297 millimetres. */
  A4,
  /** 8.5 by 11 inches. */
  LETTER;

  /** Where printers hold Letter: most of the Americas and the Philippines. */
  private static final Set<String> OF_LETTER = Set.of("USD", "CAD", "MXN", "GTQ", "NIO", "CRC", "PAB", "DOP", "COP",
      "VES", "CLP", "PHP");

  /** The paper of a place, told by the money that is paid with there. */
  public static PaperSize of(Currency currency) {
    return OF_LETTER.contains(currency.getCurrencyCode()) ? LETTER : A4;
  }

  /** As the style sheet of paper names it. */
  String css() { return name().toLowerCase(Locale.ROOT); }
}
