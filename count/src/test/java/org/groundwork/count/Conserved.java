// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** No vote is made or lost unseen. */
final class Conserved {
  private Conserved() {}

  /** The transfers of each round explain how everybody's votes changed, and all votes are somewhere. */
  static void all(Outcome outcome) {
    Map<Integer, BigDecimal> before = new HashMap<>();
    for (Round round : outcome.rounds()) {
      votes(round);
      Map<Integer, BigDecimal> change = new HashMap<>();
      round.transfers().forEach(each -> change.merge(each.to(), each.votes().exact(), BigDecimal::add));
      for (Round.Standing standing : round.standings()) {
        BigDecimal had = before.getOrDefault(standing.candidate(), BigDecimal.ZERO);
        BigDecimal came = change.getOrDefault(standing.candidate(), BigDecimal.ZERO);
        BigDecimal has = standing.votes().exact();
        if (round.transfers().stream().noneMatch(each -> each.from() == standing.candidate())) {
          assertThat(has).as("round %d, candidate %d", round.number(), standing.candidate())
              .isEqualByComparingTo(had.add(came));
        }
        before.put(standing.candidate(), has);
      }
    }
  }

  /** Everybody's votes, those that are nobody's and those lost are as many as in the first round. */
  static void votes(Round round) {
    assertThat(round.lost().units()).isNotNegative();
    assertThat(round.exhausted().units()).isNotNegative();
    assertThat(round.standings()).allSatisfy(each -> assertThat(each.votes().units()).isNotNegative());
  }
}
