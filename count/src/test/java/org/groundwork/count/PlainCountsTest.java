// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts as slow and plain as the text of a rule is, of elections made up from seeds: stage by stage, ties too. */
class PlainCountsTest {
  private static final int ELECTIONS = 500;
  /** Cheaper, and ties that a stage before tells apart are rarer. */
  private static final int TRANSFERS = 1_500;
  private static final Lots LOTS = new Lots.Seeded("a public throw of dice");

  @Test
  void countsWeightedInclusiveTransfersAsTheReferenceRuleIsWritten() {
    assertThat(differencesOfTransfers(NamedRule.WIG, false)).as("elections with a tie").isGreaterThan(100);
  }

  @Test
  void countsTheScottishRulesAsTheyAreWrittenAlsoWhereVotesAreEqual() {
    assertThat(differencesOfTransfers(NamedRule.SCOTTISH, true)).as("elections with a tie").isGreaterThan(100);
  }

  /** Compares; gives the number of elections with a tie. */
  private static int differencesOfTransfers(NamedRule rule, boolean scottish) {
    int ties = 0;
    for (long seed = 0; seed < TRANSFERS; seed++) {
      Election election = Generated.messy(seed);
      Outcome outcome = Counting.count(election, rule.rule(), LOTS);
      var stages = outcome.rounds()
          .stream()
          .map(each -> new PlainGregory.Stage(
              each.standings().stream().map(standing -> standing.votes().exact()).toList(), each.elected(),
              each.excluded()))
          .toList();
      assertThat(stages).as("election %d", seed).isEqualTo(new PlainGregory(election, scottish, LOTS).stages());
      ties += hasTie(outcome) ? 1 : 0;
    }
    return ties;
  }

  @Test
  void countsInstantRunOffAsIfEachRoundWereTheFirst() {
    int ties = 0;
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed);
      if (seed % 3 > 0) {
        election = election.withSeats(1);
      }
      Outcome outcome = Counting.count(election, NamedRule.IRV.rule(), LOTS);
      var stages = outcome.rounds()
          .stream()
          .map(each -> new PlainInstantRunOff.Stage(
              each.standings().stream().map(standing -> standing.votes().units()).toList(), each.elected(),
              each.excluded()))
          .toList();
      assertThat(stages).as("election %d", seed).isEqualTo(new PlainInstantRunOff(election, LOTS).stages());
      ties += outcome.rounds().stream().flatMap(each -> each.ties().stream()).anyMatch(each -> each.stage().isPresent())
          ? 1
          : 0;
    }
    assertThat(ties).as("elections in which a stage before told equal votes apart").isGreaterThan(20);
  }

  @Test
  void findsTheStrongestOfAllPaths() {
    int compared = 0;
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed);
      if (election.candidates().size() > 6 || seed > 350) {
        continue;
      }
      var plain = new PlainSchulze(election);
      Outcome outcome = Counting.count(election.withSeats(1), NamedRule.SCHULZE.rule(), LOTS);
      var pairs = (Round.Event.Pairs) outcome.rounds().getFirst().event();
      for (int one = 1; one <= election.candidates().size(); one++) {
        for (int other = 1; other <= election.candidates().size(); other++) {
          assertThat(pairs.preferring().get(one - 1).get(other - 1)).isEqualTo(plain.preferring(one, other));
        }
      }
      assertInLevels(election, NamedRule.SCHULZE, plain.levels());
      compared++;
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void ranksByTakingMediansAwayOneAfterTheOther() {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed);
      var values = election.candidates()
          .stream()
          .map(each -> PlainMajorityJudgement.value(election, each.number()))
          .toList();
      assertInLevels(election, NamedRule.MAJORITY_JUDGEMENT, levels(election,
          (one, other) -> PlainMajorityJudgement.compare(values.get(one - 1), values.get(other - 1))));
    }
  }

  @Test
  void electsWhomTheMostPapersMark() {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed);
      var votes = new long[election.candidates().size() + 1];
      for (int line = 0; line < election.ballots().size(); line++) {
        int weight = election.ballots().weight(line);
        election.ballots().ranks(line).stream().flatMap(List::stream).distinct().forEach(each -> votes[each] += weight);
      }
      assertMost(election, NamedRule.APPROVAL, votes);
    }
  }

  @Test
  void electsWhomTheMostPapersPutFirst() {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed);
      var votes = new long[election.candidates().size() + 1];
      for (List<Integer> paper : PlainPapers.read(election, true)) {
        votes[paper.getFirst()]++;
      }
      assertMost(election, NamedRule.PLURALITY, votes);
    }
  }

  private static void assertMost(Election election, NamedRule rule, long[] votes) {
    Outcome outcome = Counting.count(election, rule.rule(), LOTS);
    assertThat(outcome.rounds().getFirst().standings().stream().map(each -> each.votes().units()).toList())
        .isEqualTo(IntStream.range(1, votes.length).mapToObj(each -> votes[each]).toList());
    assertInLevels(election, rule, levels(election, Comparator.comparingLong((Integer each) -> -votes[each])));
  }

  /** The candidates by an order, those it does not tell apart together. */
  private static List<List<Integer>> levels(Election election, Comparator<Integer> order) {
    var levels = new ArrayList<List<Integer>>();
    for (Candidate each : election.candidates()
        .stream()
        .sorted((one, other) -> order.compare(one.number(),
            other.number()))
        .toList()) {
      if (levels.isEmpty() || order.compare(levels.getLast().getFirst(), each.number()) != 0) {
        levels.add(new ArrayList<>());
      }
      levels.getLast().add(each.number());
    }
    return levels;
  }

  /** With any number of seats those of the first levels are elected; of a level without room for all, whom the lot takes. */
  private static void assertInLevels(Election election, NamedRule rule, List<List<Integer>> levels) {
    for (int seats = 1; seats <= election.candidates().size(); seats++) {
      Outcome outcome = Counting.count(election.withSeats(seats), rule.rule(), LOTS);
      var expected = new ArrayList<Integer>();
      Optional<List<Integer>> drawn = Optional.empty();
      for (List<Integer> level : levels) {
        int room = seats - expected.size();
        if (level.size() > room && room > 0) {
          drawn = Optional.of(level);
        }
        List<Integer> order = level.size() > room ? LOTS.order(1, Round.Purpose.ELECTION, level) : level;
        expected.addAll(order.subList(0, Math.min(room, order.size())));
      }
      if (outcome.papers().valid() == 0 && seats < election.candidates().size()) {
        assertThat(outcome.elected()).isEmpty();
      } else {
        assertThat(outcome.elected()).as("%s, %d seats", rule, seats).isEqualTo(expected);
        assertThat(outcome.rounds().getFirst().ties().stream().map(Round.Tie::tied).toList())
            .isEqualTo(drawn.stream().toList());
      }
    }
  }

  private static boolean hasTie(Outcome outcome) {
    return outcome.rounds().stream().anyMatch(each -> !each.ties().isEmpty());
  }
}
