// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.groundwork.count.Round.Purpose;
import org.groundwork.count.Round.Tie;
import org.junit.jupiter.api.Test;

/** Equal votes at every stage. */
class TiesTest {
  private static final String NAMES = "Ana\nBen\nCleo\nDan\nEva\n";
  private static final Lots BEN_FIRST = new Lots.Drawn(List.of(2, 5, 4, 3, 1));

  @Test
  void drawsWhoGoesOutWhereVotesWereNeverDifferent() throws BadFile {
    Outcome outcome = count("5 1\n9 1 0\n2 2 1 0\n2 3 1 0\n3 4 0\n3 5 0\n", NamedRule.SCOTTISH, BEN_FIRST);
    assertThat(ties(outcome).getFirst())
        .isEqualTo(new Tie(List.of(2, 3), Purpose.EXCLUSION, Optional.empty(), List.of(2, 3)));
    assertThat(outcome.rounds().get(1).excluded()).containsExactly(2);
  }

  @Test
  void looksAtTheLastStageAtWhichTheyDiffered() throws BadFile {
    // Cleo gets Eva's two and stands level with Dan, who had more at the stage before.
    Outcome outcome = count("5 1\n6 1 0\n7 2 0\n3 3 0\n5 4 0\n2 5 3 0\n", NamedRule.SCOTTISH, BEN_FIRST);
    assertThat(outcome.rounds().get(1).excluded()).containsExactly(5);
    assertThat(outcome.rounds().get(2).ties())
        .containsExactly(new Tie(List.of(3, 4), Purpose.EXCLUSION, Optional.of(1), List.of(3, 4)));
    assertThat(outcome.rounds().get(2).excluded()).containsExactly(3);
  }

  @Test
  void looksAtTheFirstStageAtWhichTheyDifferedWhereTheRuleSaysSo() throws BadFile {
    // Ana and Ben have 5 and 4, then 5 and 6, then 6 and 6.
    String papers = "5 1\n5 1 0\n4 2 0\n1 3 1 0\n2 3 0\n2 4 2 0\n9 5 0\n";
    assertThat(ties(count(papers, NamedRule.SCOTTISH, BEN_FIRST)))
        .containsExactly(new Tie(List.of(1, 2), Purpose.EXCLUSION, Optional.of(2), List.of(1, 2)));
    var forward = new Rule.Gregory(Marks.USUAL, Rule.Quota.DROOP, 5, Rule.Rounding.ONCE, Rule.Surplus.LARGEST_FIRST,
        false, Rule.Elects.ALL_AT_ONCE, Rule.LastSeats.BEFORE_TRANSFER,
        Rule.Ties.FIRST_DIFFERENCE);
    assertThat(ties(Counting.count(read(papers), forward, BEN_FIRST)))
        .containsExactly(new Tie(List.of(1, 2), Purpose.EXCLUSION, Optional.of(1), List.of(2, 1)));
  }

  @Test
  void decidesWhoseSurplusMovesFirst() throws BadFile {
    Outcome outcome = count("5 3\n8 1 4 0\n8 2 5 0\n2 3 0\n1 4 0\n1 5 0\n", NamedRule.SCOTTISH, BEN_FIRST);
    assertThat(outcome.rounds().get(1).ties())
        .containsExactly(new Tie(List.of(1, 2), Purpose.SURPLUS, Optional.empty(), List.of(2, 1)));
    assertThat(outcome.rounds().get(1).event()).isEqualTo(new Round.Event.Surplus(List.of(2), new Votes(200_000, 5)));
  }

  @Test
  void drawsTheLastSeatWhereVotesAreEqual() throws BadFile {
    for (NamedRule rule : List.of(NamedRule.PLURALITY, NamedRule.APPROVAL, NamedRule.SCHULZE,
        NamedRule.MAJORITY_JUDGEMENT)) {
      Outcome outcome = count("5 2\n3 1 0\n2 2 0\n2 3 0\n", rule, new Lots.Drawn(List.of(3)));
      assertThat(outcome.elected()).as(rule.label()).containsExactly(1, 3);
      assertThat(ties(outcome)).containsExactly(
          new Tie(List.of(2, 3), Purpose.ELECTION, Optional.empty(), List.of(3, 2)));
    }
  }

  @Test
  void drawsAmongTwoAtTheEndOfARunOff() throws BadFile {
    Outcome outcome = count("5 1\n3 1 0\n3 2 0\n1 3 0\n", NamedRule.RUNOFF, BEN_FIRST);
    assertThat(ties(outcome))
        .containsExactly(new Tie(List.of(1, 2), Purpose.ELECTION, Optional.empty(), List.of(2, 1)));
    Outcome third = count("5 1\n3 1 0\n2 2 0\n2 3 0\n", NamedRule.RUNOFF, BEN_FIRST);
    assertThat(ties(third))
        .containsExactly(new Tie(List.of(2, 3), Purpose.SECOND_ROUND, Optional.empty(), List.of(2, 3)));
    assertThat(third.rounds().getLast().event()).isEqualTo(new Round.Event.SecondRound(List.of(1, 2)));
    assertThat(count("5 1\n3 1 0\n3 2 0\n", NamedRule.IRV, BEN_FIRST).elected()).containsExactly(2);
  }

  @Test
  void drawsByASeedThatAnybodyCanDrawAgain() {
    // printf 2026-11-27:1:3 | sha256sum begins with 75, of :1 with ab, of :2 with ef
    var lots = new Lots.Seeded("2026-11-27");
    assertThat(lots.order(1, Round.Purpose.ELECTION, List.of(1, 2, 3))).containsExactly(3, 1, 2);
    assertThat(new Lots.Seeded("2026-11-28").order(1, Round.Purpose.ELECTION, List.of(1, 2, 3, 4, 5, 6, 7, 8)))
        .isNotEqualTo(new Lots.Seeded("2026-11-27").order(1, Round.Purpose.ELECTION, List.of(1, 2, 3, 4, 5, 6, 7, 8)));
  }

  private static List<Tie> ties(Outcome outcome) {
    return outcome.rounds().stream().flatMap(each -> each.ties().stream()).toList();
  }

  private static Outcome count(String papers, NamedRule rule, Lots lots) throws BadFile {
    return Counting.count(read(papers), rule.rule(), lots);
  }

  private static Election read(String papers) throws BadFile {
    return BltReader.read((papers + "0\n" + NAMES).getBytes(StandardCharsets.UTF_8));
  }
}
