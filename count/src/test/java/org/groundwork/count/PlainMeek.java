// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Meek's division of papers, one after the other with decimal numbers. */
final class PlainMeek {
  private PlainMeek() {}

  /** What each candidate has when each keeps such a part of every paper that comes to it, rounded up to nine decimals. */
  static List<BigDecimal> votes(Election election, List<Votes> keep) {
    var votes = new BigDecimal[election.candidates().size()];
    Arrays.fill(votes, BigDecimal.ZERO.setScale(9));
    for (int line = 0; line < election.ballots().size(); line++) {
      BigDecimal left = BigDecimal.ONE;
      for (List<Integer> rank : election.ballots().ranks(line)) {
        int candidate = rank.getFirst() - 1;
        BigDecimal part = left.multiply(keep.get(candidate).exact()).setScale(9, RoundingMode.UP);
        votes[candidate] = votes[candidate].add(part.multiply(BigDecimal.valueOf(election.ballots().weight(line))));
        left = left.subtract(part);
      }
    }
    return List.of(votes);
  }
}
