// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groundwork.strike.Striker;

/** For which days somebody is paid. */
final class PaidDays {
  private PaidDays() {}

  /**
   * The days until one that are to be paid and were not, the earliest of each week first.
   *
   * @param paid those that were paid
   * @param after none before or on this day is paid any more
   */
  static List<LocalDate> of(Striker striker, StrikeRule rule, LocalDate after, LocalDate until, Set<LocalDate> paid) {
    Map<LocalDate, Integer> inWeek = new HashMap<>();
    paid.forEach(day -> inWeek.merge(week(day), 1, Integer::sum));
    var due = new ArrayList<LocalDate>();
    for (LocalDate day : counting(striker, rule, until)) {
      if (day.isAfter(after) && !paid.contains(day) && inWeek.getOrDefault(week(day), 0) < rule.daysAWeek()) {
        inWeek.merge(week(day), 1, Integer::sum);
        due.add(day);
      }
    }
    return due;
  }

  private static SortedSet<LocalDate> counting(Striker striker, StrikeRule rule, LocalDate until) {
    var days = new TreeSet<LocalDate>();
    striker.days().keySet().stream().filter(day -> !day.isAfter(until) && striker.out(day)).forEach(days::add);
    if (rule.anyDay()) {
      striker.stints().forEach(stint -> {
        LocalDate end = stint.until().filter(back -> !back.isAfter(until)).orElse(until.plusDays(1));
        for (LocalDate day = stint.since(); day.isBefore(end); day = day.plusDays(1)) {
          days.add(day);
        }
      });
    }
    return days;
  }

  private static LocalDate week(LocalDate day) { return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)); }
}
