// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.groundwork.aid.Forecast;
import org.groundwork.aid.StrikeBatch;
import org.groundwork.aid.StrikeRelease;
import org.groundwork.aid.StrikeRuleChange;
import org.groundwork.spending.Appropriation;

/**
 * What a day of a strike is paid with, how long the fund holds, and for whoever sees the money what was paid.
 *
 * @param told what is in the fund, as far as the reader may know
 * @param forecast absent while nobody decided how much a day is
 * @param ruling how it came into force, and what is proposed
 * @param above what is above the limit and waits, or was released; only for officers
 */
public record StrikePayPage(Currency currency, PaidStrike at, long told, int strikers, Optional<Forecast> forecast,
    List<StrikeBatch> batches, Ruling ruling, Optional<Above> above, String done) implements InMoney {
  private static final int[] STEPS = {-50, -10, -1, 1, 10, 50};

  public StrikePayPage { batches = List.copyOf(batches); }

  /**
   * How it came into force what a day is paid with, and what is proposed; every member reads both.
   *
   * @param inForce absent where it is older than proposals
   * @param second whether the reader can be the second person
   * @param drops whether the reader can take the proposal back
   */
  public record Ruling(Optional<StrikeRuleChange> inForce, Optional<StrikeRuleChange> proposed, boolean second,
      boolean drops, ZoneId zone) {}

  /**
   * Strike pay above the limit.
   *
   * @param second whether the reader can release it
   * @param needsDecision whether it leaves the fund only under an appropriation
   * @param under those that are open and have so much left
   */
  public record Above(StrikeRelease release, boolean second, boolean needsDecision, List<Appropriation> under) {
    public Above { under = List.copyOf(under); }
  }

  /** Other numbers of strikers that one tap reckons with. */
  public List<Integer> others() {
    return IntStream.of(STEPS).map(step -> strikers + step).filter(n -> n > 0 && n <= Forecast.MOST).boxed().toList();
  }
}
