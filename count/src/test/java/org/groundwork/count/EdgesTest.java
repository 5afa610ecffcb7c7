// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smallest and the largest elections. */
class EdgesTest {
  private static final int MANY = 400;
  private static final Lots LOTS = new Lots.Seeded("0");

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void electsNobodyWhereAllHaveWithdrawn(NamedRule rule) {
    Election election = election(3, 1, List.of(1, 2)).without(Set.of(1, 2, 3));
    Outcome outcome = Counting.count(election, rule.rule(), LOTS);
    assertThat(outcome.elected()).isEmpty();
    assertThat(outcome.rounds()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void electsTheOnlyCandidateWithAndWithoutPapers(NamedRule rule) {
    assertThat(Counting.count(election(1, 1, List.of(1)), rule.rule(), LOTS).elected()).containsExactly(1);
    assertThat(Counting.count(election(1, 1, List.of()), rule.rule(), LOTS).elected()).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNOFF")
  void electsAllWhereThereAreMoreSeats(NamedRule rule) {
    Outcome outcome = Counting.count(election(3, 5, List.of(2, 1)), rule.rule(), LOTS);
    assertThat(outcome.elected()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void electsNobodyWithoutAPaper(NamedRule rule) {
    Outcome outcome = Counting.count(election(3, 1, List.of()), rule.rule(), LOTS);
    assertThat(outcome.elected()).isEmpty();
    assertThat(outcome.papers()).isEqualTo(new Outcome.Papers(0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, mode = EnumSource.Mode.EXCLUDE, names = "SCHULZE")
  void countsTheMostPapersThereCanBeAndHundredsOfCandidates(NamedRule rule) {
    var ballots = new Ballots.Builder();
    for (int paper = 0; paper < 4; paper++) {
      for (int candidate = 0; candidate < MANY; candidate++) {
        ballots.rank(1 + (paper * 140 + candidate) % MANY);
      }
      ballots.paper(Ballots.MOST_WEIGHT);
    }
    Election election = new Election("", 1, candidates(MANY), ballots.build());
    Outcome outcome = Counting.count(election, rule.rule(), LOTS);
    assertThat(outcome.elected()).hasSize(1);
    assertThat(outcome.papers().valid()).isEqualTo(Ballots.MOST_PAPERS);
  }

  @Test
  void refusesMorePapersThanItCanCountAndWeightsThatAreNone() {
    var ballots = new Ballots.Builder();
    for (int paper = 0; paper < 4; paper++) {
      ballots.paper(Ballots.MOST_WEIGHT);
    }
    assertThatThrownBy(() -> ballots.paper(1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> ballots.paper(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Candidate(2_001, "Ana", false)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesARunOffForTwoSeats() {
    assertThatThrownBy(() -> Counting.count(election(3, 2, List.of(1)), NamedRule.RUNOFF.rule(), LOTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one seat");
  }

  @Test
  void refusesToShareAPaperWhereItCountsForOne() {
    var shared = new Marks(Marks.Several.SHARE, 0, false);
    assertThatThrownBy(() -> new Rule.Plurality(shared)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
        () -> new Rule.Gregory(shared, Rule.Quota.DROOP, 5, Rule.Rounding.ONCE, Rule.Surplus.TOGETHER, false,
            Rule.Elects.ALL_AT_ONCE, Rule.LastSeats.BEFORE_TRANSFER,
            Rule.Ties.LOT))
        .hasMessageContaining("share");
  }

  private static Election election(int candidates, int seats, List<Integer> paper) {
    var ballots = new Ballots.Builder();
    if (!paper.isEmpty()) {
      paper.forEach(ballots::rank);
      ballots.paper(1);
    }
    return new Election("", seats, candidates(candidates), ballots.build());
  }

  private static List<Candidate> candidates(int many) {
    return IntStream.rangeClosed(1, many).mapToObj(each -> new Candidate(each, "C" + each, false)).toList();
  }
}
