// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a bracket asks: exact, a percentage rounded down once to the smallest unit of whatever currency. */
class RateTest {
  private static final int ROUNDS = 20_000;
  private static final List<Period> PERIODS = List.of(Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR);

  private static Rate percent(int perMyriad) {
    return new Rate(UUID.randomUUID(), UUID.randomUUID(), 1, "Part", new Rate.Percent(perMyriad), false);
  }

  @Test
  void aPercentageIsLessThanOneUnitBelowWhatItIsExactlyAndNeverAbove() {
    var chance = new Random(11);
    for (int round = 0; round < ROUNDS; round++) {
      int part = 1 + chance.nextInt(10_000);
      long monthly = chance.nextLong(1L << (1 + chance.nextInt(46)));
      Period period = PERIODS.get(chance.nextInt(PERIODS.size()));
      long comes = percent(part).comesTo(period, monthly);
      BigDecimal exact = BigDecimal.valueOf(monthly)
          .multiply(BigDecimal.valueOf((long) part * period.months()))
          .movePointLeft(4);
      if (exact.compareTo(BigDecimal.valueOf(Rate.MOST)) > 0) {
        assertThat(comes).isEqualTo(Rate.MOST);
      } else {
        BigDecimal less = exact.subtract(BigDecimal.valueOf(comes));
        assertThat(less).as(part + " of " + monthly + " for " + period)
            .isGreaterThanOrEqualTo(BigDecimal.ZERO)
            .isLessThan(BigDecimal.ONE);
      }
    }
  }

  @Test
  void isRoundedOnceForAPeriodAndNotForEachMonth() {
    assertThat(percent(200).comesTo(Period.MONTH, 149)).isEqualTo(2);
    assertThat(percent(200).comesTo(Period.YEAR, 149)).as("twelve times 2.98").isEqualTo(35);
    assertThat(percent(1).comesTo(Period.MONTH, 9_999)).isZero();
    assertThat(percent(10_000).comesTo(Period.MONTH, 777)).isEqualTo(777);
  }

  @Test
  void nothingOverflows() {
    assertThat(percent(10_000).comesTo(Period.YEAR, Long.MAX_VALUE)).isEqualTo(Rate.MOST);
    assertThat(percent(1).comesTo(Period.MONTH, 0)).isZero();
  }
}
