// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.groundwork.count.Generated.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each rule keeps whatever the papers say. */
class PropertiesTest {
  private static final int ELECTIONS = 1_500;
  private static final Lots LOTS = new Lots.Seeded("a public throw of dice");

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void doesNotLookAtTheOrderOfThePapersNorAtHowTheyAreGathered(NamedRule rule) {
    for (long seed = 0; seed < 120; seed++) {
      List<Paper> papers = Generated.papers(seed, true);
      var apart = new ArrayList<Paper>();
      papers.forEach(each -> apart.addAll(Collections.nCopies(each.weight(), new Paper(1, each.ranks()))));
      Collections.shuffle(apart, new Random(seed));
      int candidates = Generated.candidates(seed);
      int seats = seats(rule, seed);

      Outcome one = Counting.count(Generated.election(papers, candidates, seats), rule.rule(), LOTS);
      Outcome other = Counting.count(Generated.election(apart, candidates, seats), rule.rule(), LOTS);

      assertThat(other.elected()).as("election %d", seed).isEqualTo(one.elected());
      assertThat(other.papers()).isEqualTo(one.papers());
      assertThat(other.rounds()).usingRecursiveComparison()
          .ignoringCollectionOrderInFields("transfers")
          .isEqualTo(one.rounds());
    }
  }

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void fillsEverySeatThatCanBeFilledAndNobodyTwice(NamedRule rule) {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed).withSeats(seats(rule, seed));
      Outcome outcome = Counting.count(election, rule.rule(), LOTS);
      assertThat(outcome.elected()).as("election %d", seed).doesNotHaveDuplicates();
      int standing = election.standing().size();
      if (outcome.papers().valid() > 0 || standing <= election.seats()) {
        assertThat(outcome.elected()).as("election %d", seed).hasSize(Math.min(election.seats(), standing));
      } else {
        assertThat(outcome.elected()).as("election %d", seed).isEmpty();
      }
      assertThat(outcome.elected())
          .isEqualTo(outcome.rounds().stream().flatMap(each -> each.elected().stream()).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, names = {"PLURALITY", "RUNOFF", "IRV", "SCOTTISH", "WIG", "MEEK"})
  void makesAndLosesNoVoteUnseenAtAnyStage(NamedRule rule) {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Outcome outcome = Counting.count(Generated.messy(seed).withSeats(seats(rule, seed)), rule.rule(), LOTS);
      for (Round round : outcome.rounds()) {
        BigDecimal all = round.standings()
            .stream()
            .map(each -> each.votes().exact())
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .add(round.exhausted().exact())
            .add(round.lost().exact());
        assertThat(all).as("election %d round %d", seed, round.number())
            .isEqualByComparingTo(
                BigDecimal.valueOf(outcome.papers().valid()));
        Conserved.votes(round);
      }
      if (rule != NamedRule.MEEK) {
        Conserved.all(outcome);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, names = {"PLURALITY", "RUNOFF", "IRV", "SCHULZE", "SCOTTISH", "WIG", "MEEK"})
  void electsWhoeverHasMoreThanHalfOfTheFirstChoices(NamedRule rule) {
    int met = 0;
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.strict(seed).withSeats(1);
      int first = majority(election);
      if (first != 0) {
        met++;
        assertThat(Counting.count(election, rule.rule(), LOTS).elected()).as("election %d", seed)
            .containsExactly(first);
      }
    }
    assertThat(met).isGreaterThan(100);
  }

  @Test
  void schulzeElectsWhoeverBeatsEachOther() {
    int met = 0;
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.messy(seed).withSeats(1);
      int winner = condorcet(election);
      if (winner != 0) {
        met++;
        assertThat(Counting.count(election, NamedRule.SCHULZE.rule(), LOTS).elected()).as("election %d", seed)
            .containsExactly(winner);
      }
    }
    assertThat(met).isGreaterThan(500);
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, names = {"PLURALITY", "APPROVAL", "SCHULZE"})
  void doesNotTakeTheSeatFromWhoeverIsPutHigher(NamedRule rule) {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      List<Paper> papers = Generated.papers(seed, false);
      int candidates = Generated.candidates(seed);
      Outcome before = Counting.count(Generated.election(papers, candidates, 1), rule.rule(), LOTS);
      if (!before.rounds().getFirst().ties().isEmpty()) {
        continue;
      }
      int winner = before.elected().getFirst();
      var random = new Random(seed);
      List<Paper> higher = papers.stream().map(each -> random.nextBoolean() ? raised(each, winner) : each).toList();
      assertThat(Counting.count(Generated.election(higher, candidates, 1), rule.rule(), LOTS).elected())
          .as("election %d", seed)
          .containsExactly(winner);
    }
  }

  private static Paper raised(Paper paper, int candidate) {
    var ranks = new ArrayList<>(paper.ranks().stream().filter(each -> !each.contains(candidate)).toList());
    ranks.addFirst(List.of(candidate));
    return new Paper(paper.weight(), ranks);
  }

  @Test
  void countsAsASlowAndPlainCountOfTheScottishRulesDoes() {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.strict(seed);
      Outcome outcome = Counting.count(election, NamedRule.SCOTTISH.rule(), LOTS);
      if (outcome.rounds().stream().allMatch(each -> each.ties().isEmpty())) {
        assertThat(outcome.rounds().stream().map(PropertiesTest::votes).toList()).as("election %d", seed)
            .isEqualTo(new PlainScottish(election).stages());
      }
    }
  }

  @Test
  void countsAsASlowAndPlainCountOfMeekDoes() {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      Election election = Generated.strict(seed);
      Outcome outcome = Counting.count(election, NamedRule.MEEK.rule(), LOTS);
      for (Round round : outcome.rounds()) {
        var kept = (Round.Event.Kept) round.event();
        if (kept.repeats() > 0) {
          assertThat(votes(round)).as("election %d round %d", seed, round.number())
              .isEqualTo(PlainMeek.votes(election, kept.keep()));
        }
      }
    }
  }

  private static List<BigDecimal> votes(Round round) {
    return round.standings().stream().map(each -> each.votes().exact()).toList();
  }

  private static int seats(NamedRule rule, long seed) {
    return switch (rule) {
      case RUNOFF -> 1;
      case PLURALITY, IRV, APPROVAL, MAJORITY_JUDGEMENT, SCHULZE, SCOTTISH, WIG, MEEK -> Generated.seats(seed);
    };
  }

  /** Whoever has more than half of the first choices; 0 if nobody. */
  private static int majority(Election election) {
    var first = new long[election.candidates().size() + 1];
    for (int line = 0; line < election.ballots().size(); line++) {
      first[election.ballots().ranks(line).getFirst().getFirst()] += election.ballots().weight(line);
    }
    long all = Arrays.stream(first).sum();
    return IntStream.range(1, first.length).filter(each -> first[each] * 2 > all).findFirst().orElse(0);
  }

  /** Whoever more papers put above each other candidate than below; 0 if nobody. */
  private static int condorcet(Election election) {
    int candidates = election.candidates().size();
    return IntStream.rangeClosed(1, candidates)
        .filter(one -> IntStream.rangeClosed(1, candidates)
            .filter(other -> other != one)
            .allMatch(other -> preferring(election, one, other) > preferring(election, other, one)))
        .findFirst()
        .orElse(0);
  }

  private static long preferring(Election election, int one, int other) {
    return LongStream.range(0, election.ballots().size())
        .filter(line -> rank(election, (int) line, one) < rank(election, (int) line, other))
        .map(line -> election.ballots().weight((int) line))
        .sum();
  }

  private static int rank(Election election, int line, int candidate) {
    List<List<Integer>> ranks = election.ballots().ranks(line);
    return IntStream.range(0, ranks.size())
        .filter(each -> ranks.get(each).contains(candidate))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
