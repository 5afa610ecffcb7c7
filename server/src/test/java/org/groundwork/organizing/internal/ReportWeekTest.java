// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A week is the days of the place where it is, whatever its clocks do. */
class ReportWeekTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate WEDNESDAY = LocalDate.parse("2027-03-17");

  private static Duration length(ReportWeek week) { return Duration.between(week.since(ZONE), week.until(ZONE)); }

  @Test
  void goesFromMondayToSundayAlsoWhereClocksChange() {
    var spring = ReportWeek.of("2027-03-08", WEDNESDAY);
    assertThat(spring.to()).isEqualTo("2027-03-14");
    assertThat(length(spring)).isEqualTo(Duration.ofHours(7 * 24 - 1));
    var autumn = ReportWeek.of("2027-11-01", LocalDate.parse("2027-11-30"));
    assertThat(length(autumn)).isEqualTo(Duration.ofHours(7 * 24 + 1));
  }

  @Test
  void endsTodayWhereTheWeekGoesOn() {
    assertThat(ReportWeek.of("2027-03-15", WEDNESDAY)).extracting(ReportWeek::from, ReportWeek::to)
        .containsExactly(LocalDate.parse("2027-03-15"), WEDNESDAY);
  }

  @Test
  void isTheLastSevenDaysForWhateverCannotBeChosen() {
    for (String typed : List.of("", "soon", "2027-03-16", "2027-03-22", "2020-01-06", "+999999999-01-01",
        "<script>")) {
      var week = ReportWeek.of(typed, WEDNESDAY);
      assertThat(week.word()).as(typed).isEmpty();
      assertThat(List.of(week.from(), week.to())).as(typed)
          .containsExactly(LocalDate.parse("2027-03-11"), WEDNESDAY);
    }
    assertThat(ReportWeek.choices(WEDNESDAY)).hasSize(13).startsWith(LocalDate.parse("2027-03-15"));
  }
}
