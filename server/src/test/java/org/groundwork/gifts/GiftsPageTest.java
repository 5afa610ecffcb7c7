// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groundwork.gifts.internal.GiftsPage;
import org.groundwork.ledger.UsedFor;
import org.junit.jupiter.api.Test;

/** The meter month by month: a group that began in July reads nothing of the spring. */
class GiftsPageTest {
  private static final YearMonth FIRST = YearMonth.of(2026, 1);

  /** Twelve months; in the eighth something came in, and nothing in the ninth. */
  private static GiftsPage page(Set<YearMonth> few) {
    var months = new ArrayList<Meter.Month>();
    for (int at = 0; at < Meter.MONTHS; at++) {
      months.add(new Meter.Month(FIRST.plusMonths(at), at == 7 ? Map.of(UsedFor.DUES, 500L) : Map.of()));
    }
    var reading = new Meter.Reading(months, Map.of(UsedFor.DUES, 500L), Optional.empty(), new Meter.Lasts.Always(),
        few);
    return new GiftsPage(true, Optional.of(reading), Optional.empty(), List.of(), List.of(), List.of(),
        Currency.getInstance("EUR"), false);
  }

  @Test
  void showsTheMonthsSinceSomethingCameIn() {
    assertThat(page(Set.of()).shown()).extracting(Meter.Month::month).startsWith(FIRST.plusMonths(7)).hasSize(5);
    assertThat(page(Set.of()).before()).isEqualTo(7);
    assertThat(page(Set.of(FIRST.plusMonths(5))).before()).as("what few gave is no nothing").isEqualTo(5);
  }

  @Test
  void showsNoneWhereNothingEverCameIn() {
    var empty = new GiftsPage(true, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
        Currency.getInstance("EUR"), false);
    assertThat(empty.shown()).isEmpty();
  }
}
