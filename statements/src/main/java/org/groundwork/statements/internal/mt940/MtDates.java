// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.mt940;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Dates of six and four digits. */
final class MtDates {
  private MtDates() {}

  /**
   * A date of two digits each for year, month and day; years from 80 are of the last century. A 29th or 30th of February that the
   * calendar does not have, which banks write that count interest by months of 30 days, is its last day.
   *
   * @throws DateTimeException if there is no such day
   */
  static LocalDate of(String digits) {
    int two = Integer.parseInt(digits.substring(0, 2));
    return day(two < 80 ? 2000 + two : 1900 + two, Integer.parseInt(digits.substring(2, 4)),
        Integer.parseInt(digits.substring(4, 6)));
  }

  /** A month and a day near another date, which may lie in the year before or after. */
  static LocalDate near(String digits, LocalDate other) {
    int month = Integer.parseInt(digits.substring(0, 2));
    int apart = month - other.getMonthValue();
    int year = other.getYear() + (apart > 6 ? -1 : apart < -6 ? 1 : 0);
    return day(year, month, Integer.parseInt(digits.substring(2, 4)));
  }

  private static LocalDate day(int year, int month, int day) {
    int last = YearMonth.of(year, month).lengthOfMonth();
    return LocalDate.of(year, month, month == 2 && day <= 30 ? Math.min(day, last) : day);
  }
}
