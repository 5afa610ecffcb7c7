// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.aid.Forecast;
import org.groundwork.aid.StrikeBatch;

/**
 * What a day of a strike is paid with, how long the fund holds, and for whoever sees the money what was paid.
 *
 * @param told what is in the fund, as far as the reader may know
 * @param forecast absent while nobody decided how much a day is
 */
public record StrikePayPage(Currency currency, PaidStrike at, long told, int strikers, Optional<Forecast> forecast,
    List<StrikeBatch> batches, String done) implements InMoney {
  private static final int[] STEPS = {-50, -10, -1, 1, 10, 50};

  public StrikePayPage { batches = List.copyOf(batches); }

  /** Other numbers of strikers that one tap reckons with. */
  public List<Integer> others() {
    return IntStream.of(STEPS).map(step -> strikers + step).filter(n -> n > 0 && n <= Forecast.MOST).boxed().toList();
  }
}
