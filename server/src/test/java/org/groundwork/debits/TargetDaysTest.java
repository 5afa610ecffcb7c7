// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetDaysTest {

  @ParameterizedTest
  @CsvSource({"2000-04-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25",
      "2285-03-22"})
  void knowsEaster(LocalDate easter) { assertThat(TargetDays.easter(easter.getYear())).isEqualTo(easter); }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2025-12-26",
      "2026-11-28", "2026-11-29"})
  void banksAreClosed(LocalDate day) { assertThat(TargetDays.open(day)).isFalse(); }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-02", "2026-04-07", "2026-10-01", "2026-12-24", "2026-12-31", "2027-01-04"})
  void banksAreOpen(LocalDate day) { assertThat(TargetDays.open(day)).isTrue(); }

  @Test
  void findsTheNextOpenDay() {
    assertThat(TargetDays.onOrAfter(LocalDate.of(2026, 4, 3))).isEqualTo(LocalDate.of(2026, 4, 7));
    assertThat(TargetDays.onOrAfter(LocalDate.of(2026, 12, 25))).isEqualTo(LocalDate.of(2026, 12, 28));
    assertThat(TargetDays.onOrAfter(LocalDate.of(2026, 4, 7))).isEqualTo(LocalDate.of(2026, 4, 7));
  }
}
