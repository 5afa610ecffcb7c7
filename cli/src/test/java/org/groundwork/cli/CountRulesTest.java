// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.groundwork.count.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a call says by which rule, and how lots are drawn. */
class CountRulesTest {
  private static final String LEVEL = "1: Ana>Ben\n1: Ben>Ana\n";

  @Test
  void saysWhichRulesThereAre() {
    Ran ran = Ran.of(LEVEL, "count", "--rule", "dice", "-");
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).isEqualTo("groundwork count: there is no rule \"dice\"; there are "
        + Arrays.stream(NamedRule.values()).map(NamedRule::label).collect(Collectors.joining(", ")) + "\n");
  }

  @Test
  void countsWithOtherParameters() {
    Ran ran = Ran.of("3: Ana\n2: Ben\n1: Cleo>Ben\n1: Dan\n", "count", "--rule", "irv", "--with", "bulk=yes", "--with",
        "fixed=yes", "--format", "json", "-");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("\"parameters\":{\"several\":\"end\",\"skips\":\"any\",\"ends-at-repeat\":\"no\","
        + "\"ties\":\"last-difference\",\"bulk\":\"yes\",\"to-the-end\":\"no\",\"fixed\":\"yes\"}");
    assertThat(Ran.of(LEVEL, "count", "--rule", "irv", "--with", "skips=1", "-").out())
        .contains("Rule: irv (instant run-off)\nOther than usual: More than 1 skipped rank in a row ends a paper.\n");
  }

  @Test
  void takesLotsThatPeopleDrew() {
    assertThat(Ran.of(LEVEL, "count", "--rule", "plurality", "--drawn", "2,1", "-").out())
        .contains("Lots were drawn before the count, in this order: Ben, Ana.", "  1. Ben");
    assertThat(Ran.of(LEVEL, "count", "--rule", "plurality", "--seed", "7", "-").out())
        .contains("Lots are drawn from the seed “7”.");
    Ran nobody = Ran.of(LEVEL, "count", "--rule", "plurality", "--drawn", "3", "-");
    assertThat(nobody.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(nobody.err()).isEqualTo("-: there is no candidate 3\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "--rule irv --with quota=droop|this rule has no parameter \"quota\"; it has several, skips, ends-at-repeat, ties, bulk, to-the-end, fixed",
      "--rule irv --with bulk=maybe|bulk is yes or no, not \"maybe\"",
      "--rule irv --seed 1 --drawn 1,2|lots come from --seed or were --drawn, not both",
      "--rule irv --drawn 1,1|a candidate's lot was drawn twice",
      "--rule irv --format xml|--format is text or json, not \"xml\"",
      "--rule irv --seats 0|--seats is at least 1",
      "--with bulk=yes|--rule is missing: plurality, runoff, approval, majority-judgement, irv, schulze, scottish, wig, meek"})
  void saysWhatIsWrongWithACall(String options, String message) {
    String[] args = ("count " + options + " -").split(" ", -1);
    Ran ran = Ran.of(LEVEL, args);
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).isEqualTo("groundwork count: " + message + "\n");
    assertThat(ran.out()).isEmpty();
  }
}
