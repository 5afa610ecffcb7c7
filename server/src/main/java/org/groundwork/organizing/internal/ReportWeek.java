// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The days that a report-back is about: a week from Monday to Sunday, or the last seven days.
 *
 * @param monday absent for the last seven days
 * @param from the first day
 * @param to the last day, which may be today
 */
public record ReportWeek(Optional<LocalDate> monday, LocalDate from, LocalDate to) {
  /** So many weeks can be chosen. */
  private static final int WEEKS = 13;

  /** The week that was chosen; the last seven days for none, and for one that cannot be chosen. */
  static ReportWeek of(String typed, LocalDate today) {
    return parsed(typed).filter(choices(today)::contains)
        .map(monday -> new ReportWeek(Optional.of(monday), monday, earlier(monday.plusDays(6), today)))
        .orElseGet(() -> new ReportWeek(Optional.empty(), today.minusDays(6), today));
  }

  /** The Mondays of the weeks that can be chosen, this one first. */
  static List<LocalDate> choices(LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return IntStream.range(0, WEEKS).mapToObj(monday::minusWeeks).toList();
  }

  private static Optional<LocalDate> parsed(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) { return one.isBefore(other) ? one : other; }

  /** As it stands in an address; empty for the last seven days. */
  public String word() {
    return monday.map(LocalDate::toString).orElse("");
  }

  Instant since(ZoneId zone) { return from.atStartOfDay(zone).toInstant(); }

  /** The beginning of the day after; days of 23 and 25 hours are days. */
  Instant until(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
