// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Months of the books, one after the other. */
public record Span(YearMonth first, YearMonth last) {
  private static final int OF_QUARTER = 3;
  private static final int OF_YEAR = 12;

  /** @throws IllegalArgumentException when it ends before it begins */
  public Span {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("months from " + first + " to " + last);
    }
  }

  /** The year of the books that a month is in. */
  public static Span year(YearMonth within, Month begins) {
    int since = Math.floorMod(within.getMonthValue() - begins.getValue(), OF_YEAR);
    YearMonth first = within.minusMonths(since);
    return new Span(first, first.plusMonths(OF_YEAR - 1));
  }

  /** The quarter of a year of the books that a month is in. */
  public static Span quarter(YearMonth within, Month begins) {
    int since = Math.floorMod(within.getMonthValue() - begins.getValue(), OF_QUARTER);
    YearMonth first = within.minusMonths(since);
    return new Span(first, first.plusMonths(OF_QUARTER - 1));
  }

  /** The same months of the year before. */
  public Span yearEarlier() {
    return new Span(first.minusYears(1), last.minusYears(1));
  }

  /** Its months in order. */
  public List<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1)).toList();
  }

  /** Its first day. */
  public LocalDate firstDay() { return first.atDay(1); }

  /** Its last day. */
  public LocalDate lastDay() { return last.atEndOfMonth(); }
}
