// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Belenios counts the same elections the same way wherever its rule is the same; {@code docs/SPEC-count.md} says where it is
 * not. Its choices count from zero.
 */
class BeleniosTest {
  private static final int ELECTIONS = 150;
  private static final Lots LOTS = new Lots.Seeded("1");
  private static final Pattern WINNERS = Pattern.compile("\"winners\":(\\[.*\\])\\}");
  private static final Pattern LEVEL = Pattern.compile("\\[([\\d,]+)\\]");

  @Test
  void ranksAsSchulzeDoes() throws Exception {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      var random = new Random(seed);
      int candidates = 2 + random.nextInt(6);
      List<int[]> ballots = ballots(random, candidates, 1 + random.nextInt(40), 0, candidates);
      List<Set<Integer>> levels = levels(run(ballots, "schulze", "--nchoices", String.valueOf(candidates),
          "--blank-allowed", "true"));
      for (int seats = 1; seats <= candidates; seats++) {
        Election election = ranked(ballots, candidates, seats);
        Outcome outcome = Counting.count(election, NamedRule.SCHULZE.rule(), LOTS);
        if (outcome.papers().valid() > 0) {
          assertThat(fits(outcome.elected(), levels)).as("election %d, %d seats: %s in %s", seed, seats,
              outcome.elected(), levels).isTrue();
        }
      }
    }
  }

  /** Of two middle grades Belenios takes the better and we the worse: with best and worst exchanged it is the same. */
  @Test
  void judgesAsMajorityJudgementDoesWithGradesExchanged() throws Exception {
    for (long seed = 0; seed < ELECTIONS; seed++) {
      var random = new Random(seed);
      int candidates = 2 + random.nextInt(6);
      int grades = 2 + random.nextInt(5);
      List<int[]> ballots = ballots(random, candidates, 1 + random.nextInt(40), 1, grades);
      List<int[]> exchanged = ballots.stream()
          .map(ballot -> Arrays.stream(ballot).map(grade -> grades + 1 - grade).toArray())
          .toList();
      List<Set<Integer>> levels = levels(run(exchanged, "majority-judgment", "--nchoices", String.valueOf(candidates),
          "--ngrades", String.valueOf(grades), "--blank-allowed", "false")).reversed();
      Outcome outcome = Counting.count(graded(ballots, candidates, grades), new Rule.MajorityJudgement(grades), LOTS);
      assertThat(fits(outcome.elected(), levels)).as("election %d: %s in %s", seed, outcome.elected(), levels).isTrue();
    }
  }

  @Test
  void transfersAsTheScottishRulesDoWhereOneAtATimeIsOverTheQuota() throws Exception {
    int compared = 0;
    for (long seed = 0; seed < 3 * ELECTIONS; seed++) {
      var random = new Random(seed);
      int candidates = 3 + random.nextInt(4);
      int seats = 1 + random.nextInt(2);
      List<int[]> ballots = rankings(random, candidates, 20 + random.nextInt(60));
      Outcome outcome = Counting.count(ranked(ballots, candidates, seats), NamedRule.SCOTTISH.rule(), LOTS);
      if (everybodyIsRanked(ballots, candidates) && oneAtATime(outcome)) {
        String result = run(ballots, "stv", "--nseats", String.valueOf(seats));
        if (!result.contains("\"Tie")) {
          compared++;
          Matcher winners = WINNERS.matcher(result);
          assertThat(winners.find()).as(result).isTrue();
          assertThat(numbers(winners.group(1).replaceAll("[\\[\\]]", ""))).as("election %d", seed)
              .isEqualTo(outcome.elected());
        }
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  /** With its parameters, and its ties by number, it is the same in each election where everybody is on some paper. */
  @Test
  void transfersAsOneAStageDoes() throws Exception {
    Rule rule = NamedRule.SCOTTISH.rule();
    rule = RuleParameters.with(rule, "elects", "one-a-stage");
    rule = RuleParameters.with(rule, "decimals", "9");
    rule = RuleParameters.with(rule, "ties", "lot");
    var byNumber = new Lots.Asked(
        (draw, purpose, tied) -> purpose == Round.Purpose.EXCLUSION ? tied.reversed() : tied);
    int compared = 0;
    int ties = 0;
    for (long seed = 0; seed < 2 * ELECTIONS; seed++) {
      var random = new Random(seed);
      int candidates = 3 + random.nextInt(5);
      int seats = 1 + random.nextInt(3);
      List<int[]> ballots = rankings(random, candidates, 5 + random.nextInt(60));
      if (everybodyIsRanked(ballots, candidates)) {
        String result = run(ballots, "stv", "--nseats", String.valueOf(seats));
        Matcher winners = WINNERS.matcher(result);
        assertThat(winners.find()).as(result).isTrue();
        compared++;
        ties += result.contains("\"Tie") ? 1 : 0;
        assertThat(Counting.count(ranked(ballots, candidates, seats), rule, byNumber).elected()).as("election %d", seed)
            .containsExactlyInAnyOrderElementsOf(numbers(winners.group(1).replaceAll("[\\[\\]]", "")));
      }
    }
    assertThat(compared).isGreaterThan(200);
    assertThat(ties).isGreaterThan(50);
  }

  /** Whether nobody is elected beside somebody else by the quota, and votes are never equal. */
  private static boolean oneAtATime(Outcome outcome) {
    return outcome.rounds().stream().allMatch(round -> round.ties().isEmpty() && round.elected().size() <= 1);
  }

  private static boolean everybodyIsRanked(List<int[]> ballots, int candidates) {
    return IntStream.range(0, candidates).allMatch(each -> ballots.stream().anyMatch(ballot -> ballot[each] != 0));
  }

  /** Whether an order takes whole levels one after the other, and of the last as many as there is room for. */
  private static boolean fits(List<Integer> order, List<Set<Integer>> levels) {
    int at = 0;
    for (Set<Integer> level : levels) {
      int end = Math.min(order.size(), at + level.size());
      if (!level.containsAll(order.subList(at, end))) {
        return false;
      }
      at = end;
    }
    return at == order.size();
  }

  private static List<int[]> ballots(Random random, int candidates, int many, int least, int most) {
    return IntStream.range(0, many)
        .mapToObj(
            ballot -> IntStream.range(0, candidates).map(each -> least + random.nextInt(most - least + 1)).toArray())
        .toList();
  }

  private static List<int[]> rankings(Random random, int candidates, int many) {
    var ballots = new ArrayList<int[]>();
    for (int ballot = 0; ballot < many; ballot++) {
      var order = new ArrayList<>(IntStream.range(0, candidates).boxed().toList());
      Collections.shuffle(order, random);
      var ranks = new int[candidates];
      for (int rank = 0; rank < 1 + random.nextInt(candidates); rank++) {
        ranks[order.get(rank)] = rank + 1;
      }
      ballots.add(ranks);
    }
    return ballots;
  }

  /** Papers whose numbers are ranks, 0 for none. */
  private static Election ranked(List<int[]> ballots, int candidates, int seats) {
    return Generated.election(ballots.stream()
        .map(ballot -> new Generated.Paper(1,
            Arrays.stream(ballot)
                .filter(rank -> rank > 0)
                .sorted()
                .distinct()
                .mapToObj(rank -> with(ballot, rank))
                .toList()))
        .toList(), candidates, seats);
  }

  /** Papers whose numbers are grades. */
  private static Election graded(List<int[]> ballots, int candidates, int grades) {
    return Generated.election(ballots.stream()
        .map(ballot -> new Generated.Paper(1,
            IntStream.rangeClosed(1, grades).mapToObj(grade -> with(ballot, grade)).toList()))
        .toList(), candidates, candidates);
  }

  private static List<Integer> with(int[] ballot, int number) {
    return IntStream.range(0, ballot.length).filter(each -> ballot[each] == number).mapToObj(each -> each + 1).toList();
  }

  private static List<Set<Integer>> levels(String result) {
    Matcher winners = WINNERS.matcher(result);
    assertThat(winners.find()).as(result).isTrue();
    return LEVEL.matcher(winners.group(1)).results().map(level -> Set.copyOf(numbers(level.group(1)))).toList();
  }

  private static List<Integer> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(each -> Integer.parseInt(each) + 1).toList();
  }

  private static String run(List<int[]> ballots, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("belenios-tool", "method"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(ballots.stream().map(Arrays::toString).collect(Collectors.joining(",", "[", "]")));
    }
    String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(result).isZero();
    return result;
  }
}
