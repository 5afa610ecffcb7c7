// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.groundwork.count.internal.report.ParameterWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleParametersTest {
  private static final Lots LOTS = new Lots.Seeded("thrown dice");
  private static final Map<String, List<String>> OTHERS = Map.ofEntries(
      Map.entry("several", List.of("end", "pass", "end-if-several-continue")),
      Map.entry("skips", List.of("0", "1", "any")),
      Map.entry("ends-at-repeat", List.of("yes", "no")),
      Map.entry("ties", List.of("last-difference", "first-difference", "lot")),
      Map.entry("bulk", List.of("yes", "no")),
      Map.entry("to-the-end", List.of("yes", "no")),
      Map.entry("fixed", List.of("yes", "no")),
      Map.entry("quota", List.of("droop", "droop-exact", "hare")),
      Map.entry("decimals", List.of("1", "2", "4", "6", "9")),
      Map.entry("rounding", List.of("once", "each-step", "fraction-first")),
      Map.entry("surplus", List.of("largest-first", "together", "when-it-matters")),
      Map.entry("elects", List.of("all-at-once", "one-a-stage")),
      Map.entry("last-seats", List.of("before-transfer", "after-transfer")),
      Map.entry("text", List.of("new-zealand", "reference")),
      Map.entry("close", List.of("1", "1000", "100000")),
      Map.entry("grades", List.of("0", "2", "5")));

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void aRuleMadeOfItsOwnParametersIsTheSame(NamedRule named) {
    Rule rule = named.rule();
    for (Map.Entry<String, String> each : RuleParameters.of(rule).entrySet()) {
      rule = RuleParameters.with(rule, each.getKey(), each.getValue());
    }
    assertThat(rule).isEqualTo(named.rule());
    assertThat(RuleParameters.changed(named, rule)).isEmpty();
    assertThat(OTHERS.keySet()).containsAll(RuleParameters.of(rule).keySet());
  }

  @Test
  void everyParameterIsPutIntoWords() {
    OTHERS.forEach((name, values) -> values
        .forEach(value -> assertThat(ParameterWords.of(name, value)).as(name + " " + value).isPresent()));
    assertThat(ParameterWords.of("colour", "red")).isEmpty();
    assertThat(ParameterWords.of("quota", "red")).isEmpty();
  }

  @Test
  void saysWhatARuleHas() {
    assertThat(RuleParameters.of(NamedRule.SCOTTISH.rule())).containsExactly(Map.entry("several", "end"),
        Map.entry("skips", "0"), Map.entry("ends-at-repeat", "no"), Map.entry("quota", "droop"),
        Map.entry("decimals", "5"),
        Map.entry("rounding", "once"), Map.entry("surplus", "largest-first"), Map.entry("bulk", "no"),
        Map.entry("elects", "all-at-once"), Map.entry("last-seats", "before-transfer"),
        Map.entry("ties", "last-difference"));
    assertThat(RuleParameters.of(NamedRule.APPROVAL.rule())).isEmpty();
    Rule bulk = RuleParameters.with(NamedRule.IRV.rule(), "bulk", "yes");
    assertThat(RuleParameters.changed(NamedRule.IRV, bulk)).containsExactly(Map.entry("bulk", "yes"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "irv|quota|droop|this rule has no parameter \"quota\"; it has several, skips, ends-at-repeat, ties, bulk, to-the-end, fixed",
      "schulze|ties|lot|this rule has no parameter \"ties\"; it has none",
      "irv|bulk|maybe|bulk is yes or no, not \"maybe\"",
      "irv|ties|dice|ties is one of last-difference, first-difference, lot, not \"dice\"",
      "irv|skips|-1|skips is a whole number, not \"-1\"",
      "irv|several|share|this rule cannot share a paper among equal candidates",
      "wig|decimals|10|a vote has 0 to 9 decimals, not 10",
      "wig|decimals|99999999999|decimals is a whole number, not \"99999999999\"",
      "meek|several|end-if-several-continue|by Meek's method a paper cannot end at several who continue: it goes through all",
      "meek|decimals|0|a vote has 1 to 9 decimals, not 0",
      "majority-judgement|grades|1|there are at least 2 grades, or 0 for as many as ranks are used, not 1"})
  void saysWhatCannotBe(String rule, String name, String value, String message) {
    assertThatThrownBy(() -> RuleParameters.with(NamedRule.of(rule).orElseThrow().rule(), name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void oneAStageAndASurplusThatWaitsDoNotGoTogether() {
    Rule one = RuleParameters.with(NamedRule.WIG.rule(), "elects", "one-a-stage");
    assertThatThrownBy(() -> RuleParameters.with(one, "surplus", "when-it-matters"))
        .hasMessageContaining("no surplus can wait");
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, names = {"PLURALITY", "RUNOFF", "IRV", "SCOTTISH", "WIG", "MEEK"})
  void everyMixtureOfParametersFillsTheSeatsAndKeepsTheVotes(NamedRule named) {
    for (long seed = 0; seed < 1_500; seed++) {
      Rule rule = mixed(named, new Random(seed));
      int seats = named == NamedRule.RUNOFF ? 1 : Generated.seats(seed);
      Election election = withWriteIns(Generated.messy(seed).withSeats(seats), seed);
      Outcome outcome = Counting.count(election, rule, LOTS);
      String as = "election " + seed + " by " + RuleParameters.of(rule);
      long can = election.candidates().stream().filter(each -> each.kind() == Candidate.Kind.STANDING).count();
      assertThat(outcome.elected()).as(as).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo((int) Math.min(seats, can));
      assertThat(outcome.elected()).as(as)
          .allMatch(each -> election.candidate(each).kind() == Candidate.Kind.STANDING);
      if (outcome.papers().valid() > 0) {
        assertThat(outcome.elected()).as(as).hasSize((int) Math.min(seats, can));
      }
      outcome.rounds().forEach(Conserved::votes);
      if (named != NamedRule.MEEK) {
        Conserved.all(outcome);
      }
    }
  }

  @Test
  void theRecordSaysTheParametersAndTheLots() {
    Rule rule = RuleParameters.with(NamedRule.IRV.rule(), "skips", "1");
    Election election = Generated.strict(3).withSeats(1);
    assertThat(json(election, rule, LOTS)).contains("\"skips\":\"1\"", "\"lots\":{\"seed\":\"thrown dice\"}");
    assertThat(json(election, rule, new Lots.Drawn(List.of(2, 1)))).contains("\"lots\":{\"drawn\":[2,1]}");
    assertThat(json(election, rule, new Lots.Asked((draw, purpose, tied) -> tied)))
        .contains("\"lots\":{\"asked\":true}");
  }

  private static String json(Election election, Rule rule, Lots lots) {
    var out = new StringWriter();
    Reports.json("f", NamedRule.IRV, Counting.count(election, rule, lots), out);
    return out.toString();
  }

  private static Rule mixed(NamedRule named, Random random) {
    Rule rule = named.rule();
    for (String name : RuleParameters.of(rule).keySet()) {
      List<String> values = OTHERS.getOrDefault(name, List.of());
      String value = values.get(random.nextInt(values.size()));
      if (named == NamedRule.MEEK && name.equals("several")) {
        value = random.nextBoolean() ? "pass" : "share";
      }
      boolean waits = RuleParameters.of(rule).getOrDefault("surplus", "").equals("when-it-matters");
      if (!(value.equals("one-a-stage") && waits)) {
        rule = RuleParameters.with(rule, name, value);
      }
    }
    return rule;
  }

  /** The last candidate now and then stands for write-ins. */
  private static Election withWriteIns(Election election, long seed) {
    if (seed % 3 != 0 || election.candidates().size() < 3) {
      return election;
    }
    var candidates = new ArrayList<>(election.candidates());
    Candidate last = candidates.removeLast();
    candidates.add(new Candidate(last.number(), last.name(), Candidate.Kind.WRITE_INS));
    return new Election(election.title(), election.seats(), candidates, election.ballots());
  }
}
