// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest set of pledges that holds together, held against one that is found by throwing out. */
class SolverTest {
  private static final int CASES = 10_000;
  private static final long SEED = 20261126;

  private static Solver.Solved solve(Rule rule, int of, int... atLeast) {
    int[] parts = new int[atLeast.length];
    Arrays.fill(parts, Solver.NO_PART);
    return Solver.solve(atLeast, parts, rule, new Solver.Chart(of, List.of()));
  }

  private static Rule number(int least) { return new Rule(new Rule.Overall.Least(least), OptionalInt.empty()); }

  @Test
  void oneYesCarriesThoseWhoWaitForOneAnother() {
    assertThat(solve(number(3), 24, 1, 2, 3).in()).isEqualTo(3);
    assertThat(solve(number(3), 24, 1, 2, 3).met()).isTrue();
    assertThat(solve(number(3), 24, 2, 2).in()).isEqualTo(2);
  }

  @Test
  void nobodyIsInWhoAsksForMoreThanThereAre() {
    var solved = solve(number(12), 24, 1, 12, 12, 12);
    assertThat(solved.in()).isOne();
    assertThat(solved.met()).isFalse();
    assertThat(solved.includes(12)).isFalse();
    assertThat(solve(number(12), 24).in()).isZero();
  }

  @Test
  void saysHowManyMoreItTakes() {
    // eleven who sign if twelve do, and one plain yes: they hold together already
    assertThat(solve(number(12), 24, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 1).more()).isZero();
    assertThat(solve(number(12), 24, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12).more()).isEqualTo(2);
    assertThat(solve(number(12), 24).more()).isEqualTo(12);
    // those who ask for fourteen make fourteen cheaper than twelve
    assertThat(solve(number(12), 24, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14).more()).isEqualTo(2);
  }

  @Test
  void roundsSharesUpAndAsksEveryPart() {
    var rule = new Rule(new Rule.Overall.Share(70), OptionalInt.of(60));
    assertThat(rule.needed(24)).hasValue(17);
    assertThat(rule.needed(0)).hasValue(1);
    var chart = new Solver.Chart(10, List.of(5, 5, 0));
    int[] ones = IntStream.range(0, 7).map(_ -> 1).toArray();
    assertThat(Solver.solve(ones, new int[]{0, 0, 0, 0, 0, 1, 1}, rule, chart).met()).isFalse();
    assertThat(Solver.solve(ones, new int[]{0, 0, 0, 0, 1, 1, 1}, rule, chart).met()).isTrue();
  }

  @Test
  void isNeverMetWhereNobodySaidHowMany() {
    assertThat(solve(new Rule(new Rule.Overall.Unsaid(), OptionalInt.empty()), 2, 1, 1).met()).isFalse();
  }

  @Test
  void refusesAPledgeThatAsksForNobody() {
    assertThatThrownBy(() -> solve(number(1), 24, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule.Overall.Share(101)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Any consistent set of a few pledges, by trying them all. */
  @Test
  void containsEveryConsistentSet() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 500; round++) {
      int[] atLeast = IntStream.range(0, random.nextInt(1, 9)).map(_ -> random.nextInt(1, 11)).toArray();
      int in = solve(number(1), 10, atLeast).in();
      for (int set = 0; set < 1 << atLeast.length; set++) {
        int chosen = set;
        boolean consistent = IntStream.range(0, atLeast.length)
            .filter(i -> (chosen >> i & 1) == 1)
            .allMatch(i -> atLeast[i] <= Integer.bitCount(chosen));
        assertThat(!consistent || Integer.bitCount(set) <= in).isTrue();
      }
    }
  }

  /** One case: who asks for how many, where they belong, and the chart. */
  private record Case(int[] atLeast, int[] parts, Rule rule, Solver.Chart chart) {
    static Case from(SplittableRandom random) {
      int parts = random.nextInt(1, 6);
      int pledges = random.nextInt(0, 60);
      int most = random.nextInt(1, 80);
      return new Case(IntStream.range(0, pledges)
          .map(_ -> random.nextInt(4) == 0 ? 1 : random.nextInt(1, most + 1))
          .toArray(), IntStream.range(0, pledges).map(_ -> random.nextInt(-1, parts)).toArray(), rule(random),
          chart(random, parts));
    }

    private static Rule rule(SplittableRandom random) {
      Rule.Overall overall = switch (random.nextInt(5)) {
        case 0 -> new Rule.Overall.Unsaid();
        case 1, 2 -> new Rule.Overall.Share(random.nextInt(1, 101));
        default -> new Rule.Overall.Least(random.nextInt(1, 70));
      };
      return new Rule(overall, random.nextBoolean() ? OptionalInt.of(random.nextInt(1, 101)) : OptionalInt.empty());
    }

    private static Solver.Chart chart(SplittableRandom random, int parts) {
      var of = IntStream.range(0, parts).map(_ -> random.nextInt(0, 20)).boxed().toList();
      return new Solver.Chart(of.stream().mapToInt(Integer::intValue).sum() + random.nextInt(3), of);
    }

    Case withAnotherChart(SplittableRandom random) {
      return new Case(atLeast, parts, rule, chart(random, chart.parts().size()));
    }

    Solver.Solved solved() { return Solver.solve(atLeast, parts, rule, chart); }

    /** Throws out whoever asks for more than are left, until nobody does. */
    List<Integer> left() {
      var left = new ArrayList<>(IntStream.range(0, atLeast.length).boxed().toList());
      boolean thrown = true;
      while (thrown) {
        int size = left.size();
        thrown = left.removeIf(i -> atLeast[i] > size);
      }
      return left;
    }

    boolean met(List<Integer> left) {
      boolean enough = switch (rule.overall()) {
        case Rule.Overall.Unsaid _ -> false;
        case Rule.Overall.Least(int number) -> left.size() >= number;
        case Rule.Overall.Share(int percent) -> !left.isEmpty() && 100 * left.size() >= percent * chart.of();
      };
      for (int part = 0; part < chart.parts().size(); part++) {
        int at = part;
        long have = left.stream().filter(i -> parts[i] == at).count();
        enough &= rule.eachPart().isEmpty()
            || 100 * have >= (long) rule.eachPart().getAsInt() * chart.parts().get(part);
      }
      return enough;
    }

    /** The fewest plain pledges that make it enough, by adding one after the other. */
    int more() {
      if (rule.needed(chart.of()).isEmpty()) {
        return 0;
      }
      int needed = rule.needed(chart.of()).getAsInt();
      for (int more = 0;; more++) {
        int[] with = Arrays.copyOf(atLeast, atLeast.length + more);
        Arrays.fill(with, atLeast.length, with.length, 1);
        var all = new Case(with, new int[with.length], rule, chart);
        if (all.left().size() >= needed) {
          return more;
        }
      }
    }
  }

  @Test
  void equalsANaiveSolverAlsoWhenTheChartChangesInBetween() {
    var random = new SplittableRandom(SEED);
    int met = 0;
    for (int round = 0; round < CASES; round++) {
      var one = Case.from(random);
      met += same(one) ? 1 : 0;
      met += same(one.withAnotherChart(random)) ? 1 : 0;
    }
    assertThat(met).as("cases on both sides").isBetween(CASES / 20, 2 * CASES - CASES / 20);
  }

  private static boolean same(Case one) {
    var solved = one.solved();
    var left = one.left();
    assertThat(solved.in()).isEqualTo(left.size());
    assertThat(IntStream.range(0, one.atLeast().length).filter(i -> solved.includes(one.atLeast()[i])).boxed().toList())
        .isEqualTo(left);
    for (int part = 0; part < one.chart().parts().size(); part++) {
      int at = part;
      assertThat(solved.inParts().get(part)).isEqualTo((int) left.stream().filter(i -> one.parts()[i] == at).count());
    }
    assertThat(solved.met()).isEqualTo(one.met(left));
    assertThat(solved.more()).isEqualTo(one.more());
    return solved.met();
  }

  @Test
  void doesNotDependOnTheOrder() {
    var random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      var boxed = new ArrayList<>(Arrays.stream(Case.from(random).atLeast()).boxed().toList());
      int in = solve(number(5), 20, boxed.stream().mapToInt(Integer::intValue).toArray()).in();
      Collections.shuffle(boxed, new java.util.Random(random.nextLong()));
      assertThat(solve(number(5), 20, boxed.stream().mapToInt(Integer::intValue).toArray()).in()).isEqualTo(in);
    }
  }
}
