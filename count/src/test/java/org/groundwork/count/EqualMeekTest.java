// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Papers with equal candidates under Meek's method count as every order of them, however many there are. */
class EqualMeekTest {
  private static final BigInteger ONE = BigInteger.TEN.pow(9);

  /** Every order, one after the other, in fractions. */
  @Test
  void everyOrderInEqualParts() {
    int shared = 0;
    for (long seed = 0; seed < 400; seed++) {
      Election election = Generated.messy(seed);
      Outcome outcome = Counting.count(election, NamedRule.MEEK.rule(), new Lots.Seeded("0"));
      for (Round round : outcome.rounds()) {
        if (round.event() instanceof Round.Event.Kept kept && kept.repeats() > 0) {
          Map<Integer, Fraction> votes = plain(election, kept.keep());
          for (Round.Standing standing : round.standings()) {
            BigInteger ours = BigInteger.valueOf(standing.votes().units());
            BigInteger exact = votes.getOrDefault(standing.candidate(), Fraction.NONE).floor();
            assertThat(ours.subtract(exact).abs()).as("election %d, round %d, candidate %d", seed, round.number(),
                standing.candidate()).isLessThan(BigInteger.valueOf(20 * election.ballots().papers()));
          }
          shared++;
        }
      }
    }
    assertThat(shared).isGreaterThan(500);
  }

  @Test
  void thirtyEqualCandidatesTakeNoLongerThanThree() throws BadFile {
    String all = String.join("=", IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList());
    var papers = new StringBuilder("32 31\n200 " + all + " 31 0\n");
    IntStream.rangeClosed(1, 30).forEach(each -> papers.append("20 ").append(each).append(" 0\n"));
    papers.append("1 32 0\n0\n");
    IntStream.rangeClosed(1, 32).forEach(each -> papers.append("C").append(each).append('\n'));
    Election election = BltReader.read(papers.toString().getBytes(StandardCharsets.UTF_8));
    Outcome outcome = Counting.count(election, NamedRule.MEEK.rule(), new Lots.Seeded("0"));
    assertThat(outcome.elected()).hasSize(31).contains(31).doesNotContain(32);
    outcome.rounds().forEach(Conserved::votes);
  }

  /** Clause 13 in the same step as clause 12: candidate 2 has more than candidate 3 when somebody has to go out. */
  @Test
  void looksAtEachStepOfNewZealandsRule() throws BadFile {
    String papers = """
        5 2
        1 1 5 0
        1 2 4 5 1 0
        1 2 0
        1 3 2 0
        1 3 5 2 4 0
        1 4 2 1 5 0
        1 4 5 1 3 2 0
        1 4 0
        0
        A
        B
        C
        D
        E
        """;
    Election election = BltReader.read(papers.getBytes(StandardCharsets.UTF_8));
    for (String seed : List.of("a", "b", "c", "d")) {
      assertThat(Counting.count(election, NamedRule.MEEK.rule(), new Lots.Seeded(seed)).elected())
          .containsExactlyInAnyOrder(4, 2);
    }
  }

  private static Map<Integer, Fraction> plain(Election election, List<Votes> keep) {
    var votes = new TreeMap<Integer, Fraction>();
    for (int line = 0; line < election.ballots().size(); line++) {
      var seen = new ArrayList<Integer>();
      var ranks = new ArrayList<List<Integer>>();
      for (List<Integer> rank : election.ballots().ranks(line)) {
        List<Integer> fresh = rank.stream().distinct().filter(each -> !seen.contains(each)).toList();
        seen.addAll(fresh);
        ranks.add(fresh.stream().filter(each -> keep.get(each - 1).units() > 0).toList());
      }
      BigInteger weight = BigInteger.valueOf(election.ballots().weight(line));
      spread(ranks, new ArrayList<>(), new Fraction(weight.multiply(ONE), BigInteger.ONE), keep, votes);
    }
    return votes;
  }

  /** Gives one way through the ranks what it gets, or goes on with each of the equal ones first. */
  private static void spread(List<List<Integer>> ranks, List<Integer> rest, Fraction comes, List<Votes> keep,
      Map<Integer, Fraction> votes) {
    List<Integer> now = rest;
    int next = 0;
    while (now.isEmpty() && next < ranks.size()) {
      now = ranks.get(next++);
    }
    List<List<Integer>> later = ranks.subList(next, ranks.size());
    for (int each : now) {
      Fraction part = comes.times(BigInteger.ONE, BigInteger.valueOf(now.size()));
      BigInteger kept = BigInteger.valueOf(keep.get(each - 1).units());
      votes.merge(each, part.times(kept, ONE), Fraction::plus);
      if (!kept.equals(ONE)) {
        spread(later, now.stream().filter(other -> other != each).toList(), part.times(ONE.subtract(kept), ONE), keep,
            votes);
      }
    }
  }

  /** An exact number. */
  private record Fraction(BigInteger above, BigInteger below) {
    static final Fraction NONE = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    Fraction times(BigInteger by, BigInteger over) {
      BigInteger up = above.multiply(by);
      BigInteger down = below.multiply(over);
      BigInteger common = up.gcd(down).max(BigInteger.ONE);
      return new Fraction(up.divide(common), down.divide(common));
    }

    Fraction plus(Fraction other) {
      return new Fraction(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below))
          .times(BigInteger.ONE, BigInteger.ONE);
    }

    BigInteger floor() { return above.divide(below); }
  }
}
