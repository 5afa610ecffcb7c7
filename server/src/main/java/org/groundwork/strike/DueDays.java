// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;

/**
 * The days on which rent is due, and how many months of it are withheld. A month counts once its due day is over and the
 * unit withheld on that day: due days from the first day of withholding, that day included, to the day it ended, that day
 * not included. A month that has no such day (the 31st of April) is due on its last.
 *
 * @param dayOfMonth 1 to 31
 */
public record DueDays(int dayOfMonth) {

  public DueDays {
    if (dayOfMonth < 1 || dayOfMonth > 31) {
      throw new IllegalArgumentException("rent is due on a day of the month");
    }
  }

  /** How many due days lie between two days, the first included and the second not. */
  public long between(LocalDate first, LocalDate end) {
    return Math.max(0, before(end) - before(first));
  }

  /** The last due day that is over on a day. */
  public LocalDate lastBefore(LocalDate day) {
    var month = YearMonth.from(day);
    LocalDate due = in(month);
    return due.isBefore(day) ? due : in(month.minusMonths(1));
  }

  private LocalDate in(YearMonth month) { return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth())); }

  /** How many due days there have been since the year 0, those before a day. */
  private long before(LocalDate day) {
    var month = YearMonth.from(day);
    long months = month.getLong(ChronoField.PROLEPTIC_MONTH);
    return in(month).isBefore(day) ? months + 1 : months;
  }
}
