// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.groundwork.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which months of rent count, and what they come to. */
class DueDaysTest {
  private static final Currency USD = Currency.getInstance("USD");

  @ParameterizedTest
  @CsvSource({
      // due on, since, until (the first day without), months
      "1, 2026-01-01, 2026-01-01, 0", // the day itself is not over
      "1, 2026-01-01, 2026-01-02, 1", // begun on the due day: that month counts
      "1, 2026-01-02, 2026-02-01, 0", // begun a day late, and the next is not over
      "1, 2026-01-02, 2026-02-02, 1",
      "1, 2025-12-01, 2026-03-02, 4", // over the end of a year
      "15, 2026-01-20, 2026-03-15, 1", // ends on the due day, mid-month: that month was paid
      "15, 2026-01-20, 2026-03-16, 2",
      "31, 2026-01-31, 2026-02-28, 1", // February is due on its last day, which is not over
      "31, 2026-01-31, 2026-03-01, 2",
      "31, 2028-01-31, 2028-02-29, 1", // a leap year: due on the 29th
      "31, 2028-01-31, 2028-03-01, 2",
      "29, 2028-02-29, 2028-03-01, 1",
      "29, 2027-02-28, 2027-03-01, 1", // no 29th: the 28th is the due day
      "30, 2026-04-30, 2026-05-30, 1",
      "31, 2026-04-30, 2026-05-31, 1",
      "1, 2026-05-10, 2026-05-01, 0", // an end before the beginning counts nothing
      "1, 2026-12-01, 2026-06-01, 0"})
  void countsTheDueDaysThatAreOver(int due, LocalDate since, LocalDate until, long months) {
    assertThat(new DueDays(due).between(since, until)).isEqualTo(months);
  }

  /** Day by day, as somebody with a calendar would count. */
  @Test
  void countsAsSomebodyWithACalendarWould() {
    var random = RandomGenerator.of("L64X128MixRandom");
    for (int round = 0; round < 2_000; round++) {
      int due = 1 + random.nextInt(31);
      var since = LocalDate.of(2023, 12, 25).plusDays(random.nextInt(1_200));
      var until = since.plusDays(random.nextInt(800));
      long counted = since.datesUntil(until)
          .filter(day -> day.getDayOfMonth() == Math.min(due, day.lengthOfMonth()))
          .count();
      assertThat(new DueDays(due).between(since, until)).as("%s from %s to %s", due, since, until).isEqualTo(counted);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2026-03-01, 2026-02-01", "1, 2026-03-02, 2026-03-01", "31, 2026-03-01, 2026-02-28",
      "31, 2026-03-31, 2026-02-28", "15, 2026-01-10, 2025-12-15"})
  void knowsTheLastDueDayThatIsOver(int due, LocalDate day, LocalDate last) {
    assertThat(new DueDays(due).lastBefore(day)).isEqualTo(last);
  }

  @Test
  void isADayOfAMonth() {
    assertThatThrownBy(() -> new DueDays(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DueDays(32)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Withholding unit(LocalDate since, long monthly, Optional<Withholding.Left> left) {
    return new Withholding(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), "4C", Optional.empty(), since,
        new Money(monthly, USD), Withholding.Held.OWN, left, false, 1);
  }

  @Test
  void stopsWhenTheUnitLeavesOrTheStrikeEnds() {
    var due = new DueDays(1);
    var today = LocalDate.of(2026, 6, 15);
    var stays = unit(LocalDate.of(2026, 1, 1), 1, Optional.empty());
    var left = unit(LocalDate.of(2026, 1, 1), 1,
        Optional.of(new Withholding.Left(LocalDate.of(2026, 3, 1), Withholding.Because.PAID)));
    assertThat(stays.months(due, today, Optional.empty())).isEqualTo(6);
    assertThat(left.months(due, today, Optional.empty())).isEqualTo(2);
    assertThat(stays.months(due, today, Optional.of(LocalDate.of(2026, 4, 1)))).isEqualTo(3);
    assertThat(left.months(due, today, Optional.of(LocalDate.of(2026, 4, 1)))).isEqualTo(2);
    assertThat(stays.months(due, today, Optional.of(LocalDate.of(2026, 7, 1)))).isEqualTo(6);
  }

  @Test
  void addsUpToTheCent() {
    var one = new RentLine(unit(LocalDate.of(2026, 1, 1), 123_457, Optional.empty()), 7, new Money(10_001, USD));
    var other = new RentLine(unit(LocalDate.of(2026, 1, 1), 99, Optional.empty()), 1, new Money(150, USD));
    assertThat(one.withheld()).isEqualTo(new Money(123_457 * 7 - 10_001, USD));
    assertThat(other.withheld()).as("more was paid than was due").isEqualTo(new Money(-51, USD));
    assertThat(RentLine.total(List.of(one, other), USD)).isEqualTo(new Money(123_457 * 7 - 10_001 - 51, USD));
    assertThat(RentLine.total(List.of(), USD)).isEqualTo(new Money(0, USD));
  }
}
