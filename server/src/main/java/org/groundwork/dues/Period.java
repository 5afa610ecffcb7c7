// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For how long dues are charged at once. Periods follow the calendar: the second half-year begins on 1 July. */
public enum Period {
  MONTH(1), QUARTER(3), HALF_YEAR(6), YEAR(12);

  private final int months;

  Period(int months) { this.months = months; }

  /** How many months it has. */
  public int months() { return months; }

  /** The first day of the period in which a day is. */
  public LocalDate begins(LocalDate day) {
    int past = (day.getMonthValue() - 1) % months;
    return day.withDayOfMonth(1).minusMonths(past);
  }

  /** The last day of the period that begins on a day. */
  public LocalDate ends(LocalDate begins) {
    return begins.plusMonths(months).minusDays(1);
  }

  /** What the period that begins on a day is called: a month, a span of months or a year. */
  public String named(LocalDate begins, Locale locale) {
    long first = millis(begins);
    if (months == 1 || months == 12) {
      var format = DateFormat.getInstanceForSkeleton(months == 1 ? "yMMMM" : "y", locale);
      format.setTimeZone(TimeZone.GMT_ZONE);
      return format.format(first);
    }
    var span = DateIntervalFormat.getInstance("yMMMM", locale);
    span.setTimeZone(TimeZone.GMT_ZONE);
    return span.format(new DateInterval(first, millis(ends(begins))));
  }

  private static long millis(LocalDate day) { return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(); }

  /** As forms and the database have it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The period of a key; empty if there is none. */
  public static Optional<Period> known(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
