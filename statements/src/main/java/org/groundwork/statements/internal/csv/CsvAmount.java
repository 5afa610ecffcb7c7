// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.statements.Money;

/** Amounts as people and services write them: with signs before or behind, currency signs, groups of digits, parentheses. */
final class CsvAmount {
  private static final Pattern FORM = Pattern.compile(
      "(\\(?)([+-]?)\\p{Sc}?[A-Z]{0,3}([+-]?)\\p{Sc}?([0-9.,']+)\\p{Sc}?[A-Z]{0,3}([+-]?)(\\)?)");
  private static final int LONGEST = 60;

  private CsvAmount() {}

  /**
   * Reads an amount.
   *
   * @param decimal what stands before decimals; the other of point and comma may stand between groups of three digits, as may
   *          blanks and apostrophes
   * @throws IllegalArgumentException with a sentence if it is none
   */
  static Money of(String cell, char decimal, String currency) {
    String text = cell.replaceAll("[\\s\\u00A0\\u202F\\u2009]", "").replace('\u2212', '-').replace('\u2019', '\'');
    Matcher parts = FORM.matcher(text);
    boolean good = text.length() <= LONGEST && parts.matches() && parts.group(1).isEmpty() == parts.group(6).isEmpty();
    String signs = good ? parts.group(2) + parts.group(3) + parts.group(5) : "";
    if (!good || signs.length() > 1 || (!signs.isEmpty() && !parts.group(1).isEmpty())) {
      throw none(cell);
    }
    boolean minus = signs.equals("-") || !parts.group(1).isEmpty();
    return Money.of((minus ? "-" : "") + digits(parts.group(4), decimal, cell), currency);
  }

  private static String digits(String written, char decimal, String cell) {
    int point = written.indexOf(decimal);
    String whole = point < 0 ? written : written.substring(0, point);
    String behind = point < 0 ? "" : written.substring(point + 1);
    String group = decimal == '.' ? "[,']" : "[.']";
    boolean good = behind.matches("[0-9]*")
        && (whole.matches("[0-9]*") || whole.matches("[0-9]{1,3}(" + group + "[0-9]{3})+"));
    if (!good || (whole.isEmpty() && behind.isEmpty())) {
      throw none(cell);
    }
    return whole.replaceAll("[.,']", "") + "." + behind;
  }

  private static IllegalArgumentException none(String cell) {
    return new IllegalArgumentException("\"" + (cell.length() > 40 ? cell.substring(0, 40) + "…" : cell)
        + "\" is no amount as the mapping says it is written");
  }
}
