// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells within quotation marks, as a spreadsheet writes them: separators in them do not separate, and a mark within is
 * doubled (RFC 4180, section 2). While a line is parted, such separators stand as characters of private use.
 */
final class Quoted {
  /** What may stand between two cells. */
  static final Pattern SEPARATOR = Pattern.compile("[,;\\t\\uFF0C\\uFF1B\\u3001\\u060C\\u061B]");
  private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
  private static final String SEPARATORS = ",;\t\uFF0C\uFF1B\u3001\u060C\u061B";
  private static final char HELD = '\uE000';

  private Quoted() {}

  /** The line with its quotation marks taken off and the separators within them held. */
  static String hold(String line) {
    return CELL.matcher(line).replaceAll(cell -> Matcher.quoteReplacement(held(cell.group(1).replace("\"\"", "\""))));
  }

  private static String held(String cell) {
    return mapped(cell, c -> SEPARATORS.indexOf(c) < 0 ? c : (char) (HELD + SEPARATORS.indexOf(c)));
  }

  /** A part of a held line as it was written. */
  static String release(String part) {
    return mapped(part, c -> c < HELD || c >= HELD + SEPARATORS.length() ? c : SEPARATORS.charAt(c - HELD));
  }

  /** A cell as it can be pasted again. */
  static String quote(String cell) {
    return SEPARATOR.matcher(cell).find() || cell.indexOf('"') >= 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private interface Mapping {
    char of(char c);
  }

  private static String mapped(String text, Mapping mapping) {
    var mapped = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      mapped.append(mapping.of(text.charAt(at)));
    }
    return mapped.toString();
  }
}
