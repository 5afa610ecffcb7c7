// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.List;

/**
 * Who is elected, and all that led to it.
 *
 * @param lots as they were to be drawn, whether or not one was needed
 * @param elected numbers, in the order of election; fewer than seats only where there are not enough candidates, or no
 *     valid paper
 * @param rounds at least one
 */
public record Outcome(Election election, Rule rule, Lots lots, Papers papers, List<Integer> elected,
    List<Round> rounds) {
  public Outcome {
    elected = List.copyOf(elected);
    rounds = List.copyOf(rounds);
  }

  /** Names of candidates, as in {@code Ana, Ben}. */
  public String names(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(number -> election.candidate(number).name()).toList());
  }

  /**
   * The papers, told apart before the first stage.
   *
   * @param cast all of them
   * @param valid that count for somebody at the first stage
   * @param blank that mark nobody
   * @param spoilt that mark somebody but nobody whom the rule can count
   * @param withdrawn that mark only candidates who have withdrawn
   */
  public record Papers(long cast, long valid, long blank, long spoilt, long withdrawn) {}
}
