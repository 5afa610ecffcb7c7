// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.util.List;
import java.util.Set;

/**
 * What is to be counted.
 *
 * @param title may be empty
 * @param seats how many are to be elected, at least 1
 * @param candidates in the order of their numbers, which go from 1 without a gap
 */
public record Election(String title, int seats, List<Candidate> candidates, Ballots ballots) {
  /** @throws IllegalArgumentException when a part is outside of its bounds */
  public Election {
    candidates = List.copyOf(candidates);
    if (seats < 1) {
      throw new IllegalArgumentException(seats + " seats");
    }
    for (int at = 0; at < candidates.size(); at++) {
      if (candidates.get(at).number() != at + 1) {
        throw new IllegalArgumentException("candidate " + candidates.get(at).number() + " stands at place " + (at + 1));
      }
    }
  }

  /** The candidate of a number. */
  public Candidate candidate(int number) { return candidates.get(number - 1); }

  /** @throws IllegalArgumentException when there is no candidate of the number */
  void mustHave(int number) {
    if (number < 1 || number > candidates.size()) {
      throw new IllegalArgumentException("there is no candidate " + number);
    }
  }

  /** Those who have not withdrawn. */
  public List<Candidate> standing() {
    return candidates.stream().filter(each -> !each.withdrawn()).toList();
  }

  /** The same with another number of seats. */
  public Election withSeats(int other) {
    return new Election(title, other, candidates, ballots);
  }

  /**
   * The same with more candidates withdrawn.
   *
   * @throws IllegalArgumentException when there is no candidate of one of the numbers
   */
  public Election without(Set<Integer> withdrawn) {
    withdrawn.forEach(this::mustHave);
    return new Election(title, seats,
        candidates.stream().map(each -> withdrawn.contains(each.number()) ? each.withdraw() : each).toList(), ballots);
  }
}
