// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which the euro's settlement system TARGET is open, and with it every bank for direct debits: none of Saturday,
 * Sunday, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December (calendar of the European Central Bank, in force
 * since 2002).
 */
public final class TargetDays {
  private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25),
      MonthDay.of(12, 26));

  private TargetDays() {}

  /** Whether TARGET is open on a day. */
  public static boolean open(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || FIXED.contains(MonthDay.from(day))) {
      return false;
    }
    LocalDate easter = easter(day.getYear());
    return !day.equals(easter.minusDays(2)) && !day.equals(easter.plusDays(1));
  }

  /** The day itself if TARGET is open, else the first open day after it. */
  public static LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!open(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /** Easter Sunday of a year of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    int shift = (golden + 11 * epact + 22 * weekday) / 451;
    int counted = epact + weekday - 7 * shift + 114;
    return LocalDate.of(year, counted / 31, counted % 31 + 1);
  }
}
