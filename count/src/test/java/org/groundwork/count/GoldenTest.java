// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Round.Status;
import org.junit.jupiter.api.Test;

/** Elections counted by hand, or known from the literature, stage by stage. */
class GoldenTest {
  private static final Lots LOTS = new Lots.Seeded("0");
  /** Where a capital should be; a textbook's example. */
  private static final String TENNESSEE = """
      4 1
      42 1 2 3 4 0
      26 2 3 4 1 0
      15 3 4 2 1 0
      17 4 3 2 1 0
      0
      "Memphis"
      "Nashville"
      "Chattanooga"
      "Knoxville"
      "Capital"
      """;

  @Test
  void choosesACapitalByFiveRulesInFourWays() throws BadFile {
    assertThat(elected(TENNESSEE, NamedRule.PLURALITY)).containsExactly("Memphis");
    assertThat(elected(TENNESSEE, NamedRule.RUNOFF)).containsExactly("Nashville");
    assertThat(elected(TENNESSEE, NamedRule.IRV)).containsExactly("Knoxville");
    assertThat(elected(TENNESSEE, NamedRule.SCHULZE)).containsExactly("Nashville");
    assertThat(elected(TENNESSEE, NamedRule.MAJORITY_JUDGEMENT)).containsExactly("Nashville");
  }

  @Test
  void movesPapersOfWhoeverGoesOutAtOnce() throws BadFile {
    Outcome outcome = count(TENNESSEE, NamedRule.IRV);
    assertThat(outcome.rounds()).hasSize(3);
    assertThat(votes(outcome.rounds().get(0))).containsExactly("42", "26", "15", "17");
    assertThat(votes(outcome.rounds().get(1))).containsExactly("42", "26", "0", "32");
    assertThat(votes(outcome.rounds().get(2))).containsExactly("42", "0", "0", "58");
    assertThat(outcome.rounds().get(1).event()).isEqualTo(new Event.Exclusion(List.of(3), false));
    assertThat(outcome.rounds().get(2).transfers())
        .containsExactly(new Round.Transfer(2, 4, 26, Votes.whole(1), Votes.whole(26)));
  }

  @Test
  void countsTheSecondRoundOfThePapersOfAllOthers() throws BadFile {
    Outcome outcome = count(TENNESSEE, NamedRule.RUNOFF);
    assertThat(outcome.rounds().get(0).needed()).contains(Votes.whole(51));
    assertThat(outcome.rounds().get(0).excluded()).containsExactly(3, 4);
    assertThat(votes(outcome.rounds().get(1))).containsExactly("42", "58", "0", "0");
  }

  /** Example 1 of Schulze's paper: forty-five papers, five candidates. */
  @Test
  void findsTheStrongestPathsOfSchulzesExample() throws BadFile {
    Outcome outcome = count("""
        5 5
        5 1 3 2 5 4 0
        5 1 4 5 3 2 0
        8 2 5 4 1 3 0
        3 3 1 2 5 4 0
        7 3 1 5 2 4 0
        2 3 2 1 4 5 0
        7 4 3 5 2 1 0
        8 5 2 1 4 3 0
        0
        A
        B
        C
        D
        E
        """, NamedRule.SCHULZE);
    var pairs = (Event.Pairs) outcome.rounds().getFirst().event();
    assertThat(pairs.preferring()).isEqualTo(List.of(List.of(0L, 20L, 26L, 30L, 22L), List.of(25L, 0L, 16L, 33L, 18L),
        List.of(19L, 29L, 0L, 17L, 24L), List.of(15L, 12L, 28L, 0L, 14L), List.of(23L, 27L, 21L, 31L, 0L)));
    assertThat(pairs.paths()).isEqualTo(List.of(List.of(0L, 28L, 28L, 30L, 24L), List.of(25L, 0L, 28L, 33L, 24L),
        List.of(25L, 29L, 0L, 29L, 24L), List.of(25L, 28L, 28L, 0L, 24L), List.of(25L, 28L, 28L, 31L, 0L)));
    assertThat(outcome.elected()).containsExactly(5, 1, 3, 2, 4);
  }

  /** Twenty guests choose three dishes. */
  @Test
  void transfersASurplusAtItsValueAndElectsTheLastWithoutTheQuota() throws BadFile {
    Outcome outcome = count("""
        5 3
        4 1 0
        2 2 1 0
        8 3 4 0
        4 3 5 0
        1 4 0
        1 5 0
        0
        Orange
        Pear
        Chocolate
        Strawberry
        Sweets
        """, NamedRule.SCOTTISH);
    assertThat(outcome.rounds().getFirst().needed().orElseThrow()).hasToString("6.00000");
    assertThat(votes(outcome.rounds().get(0))).containsExactly("4.00000", "2.00000", "12.00000", "1.00000", "1.00000");
    assertThat(votes(outcome.rounds().get(1))).containsExactly("4.00000", "2.00000", "6.00000", "5.00000", "3.00000");
    assertThat(votes(outcome.rounds().get(2))).containsExactly("6.00000", "0.00000", "6.00000", "5.00000", "3.00000");
    assertThat(outcome.rounds().get(3).excluded()).containsExactly(5);
    assertThat(outcome.rounds().get(3).transfers()).as("nothing moves any more").isEmpty();
    assertThat(names(outcome)).containsExactly("Chocolate", "Orange", "Strawberry");
  }

  /** Seven papers of nine: a third, cut to five decimals, three times over. */
  @Test
  void cutsTheValueOfEachPaperAndSaysWhatIsLost() throws BadFile {
    Outcome outcome = count("""
        3 2
        9 1 2 0
        5 3 0
        1 2 0
        0
        Ana
        Ben
        Cleo
        """, NamedRule.SCOTTISH);
    assertThat(outcome.rounds().getFirst().needed().orElseThrow()).hasToString("6.00000");
    Round second = outcome.rounds().get(1);
    assertThat(second.transfers()).containsExactly(
        new Round.Transfer(1, 2, 9, new Votes(33_333, 5), new Votes(299_997, 5)));
    assertThat(votes(second)).containsExactly("6.00000", "3.99997", "5.00000");
    assertThat(second.lost()).hasToString("0.00003");
  }

  @Test
  void cutsProductAndQuotientApartByTheReferenceRule() throws BadFile {
    Outcome outcome = count("""
        4 2
        11 1 2 3 0
        4 3 0
        3 4 0
        1 2 3 0
        0
        Ana
        Ben
        Cleo
        Dan
        """, NamedRule.WIG);
    assertThat(outcome.rounds().getFirst().needed().orElseThrow()).hasToString("6.3334");
    // 4.6666 over 11 is 0.4242 at four decimals
    assertThat(outcome.rounds().get(1).transfers()).containsExactly(
        new Round.Transfer(1, 2, 11, new Votes(4_242, 4), new Votes(46_662, 4)));
    assertThat(votes(outcome.rounds().get(1))).containsExactly("6.3334", "5.6662", "4.0000", "3.0000");
  }

  /** Four ninths of each paper, rounded up, keep the first at the quota; the rest elects the second. */
  @Test
  void keepsOfEachPaperWhatIsNeededByMeek() throws BadFile {
    Outcome outcome = count("""
        3 2
        6 1 2 0
        2 3 0
        0
        Ana
        Ben
        Cleo
        """, NamedRule.MEEK);
    assertThat(outcome.rounds().getFirst().needed().orElseThrow()).hasToString("2.666666667");
    assertThat(outcome.rounds().getFirst().elected()).containsExactly(1);
    var kept = (Event.Kept) outcome.rounds().get(1).event();
    assertThat(kept.keep().getFirst()).hasToString("0.444444445");
    assertThat(votes(outcome.rounds().get(1))).containsExactly("2.666666670", "3.333333330", "2.000000000");
    assertThat(names(outcome)).containsExactly("Ana", "Ben");
  }

  @Test
  void sharesEqualPreferencesByMeek() throws BadFile {
    Outcome outcome = count("""
        3 1
        2 1=2 0
        1 3 0
        0
        Ana
        Ben
        Cleo
        """, NamedRule.MEEK);
    assertThat(votes(outcome.rounds().getFirst())).containsExactly("1.000000000", "1.000000000", "1.000000000");
  }

  /** Medians are equal; without one median each, the second has the better one. */
  @Test
  void takesMediansAwayOneAfterTheOther() throws BadFile {
    Outcome outcome = count("""
        2 1
        2 1 2 0
        1 2=1 0
        2 - 1=2 0
        1 - - 1 2 0
        0
        Ana
        Ben
        """, NamedRule.MAJORITY_JUDGEMENT);
    var grades = (Event.Grades) outcome.rounds().getFirst().event();
    assertThat(grades.counts()).isEqualTo(List.of(List.of(3L, 2L, 1L, 0L, 0L), List.of(1L, 4L, 0L, 1L, 0L)));
    assertThat(grades.medians()).containsExactly(2, 2);
    assertThat(names(outcome)).containsExactly("Ana");
  }

  @Test
  void passesOverWhoHasWithdrawn() throws BadFile {
    Outcome outcome = count("""
        4 2
        -2
        3 1 3 4 0
        4 1 3 2 0
        2 4 1 3 0
        1 2 0
        2 2 4 3 1 0
        1 3 4 2 0
        0
        "Adam"
        "Basil"
        "Charlotte"
        "Donald"
        "Title"
        """, NamedRule.SCOTTISH);
    assertThat(outcome.papers()).isEqualTo(new Outcome.Papers(13, 12, 0, 0, 1));
    assertThat(outcome.rounds().getFirst().standings().get(1).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(votes(outcome.rounds().getFirst())).containsExactly("7.00000", "0.00000", "1.00000", "4.00000");
    assertThat(names(outcome)).containsExactly("Adam", "Donald");
  }

  @Test
  void tellsBlankAndSpoiltPapersApart() throws BadFile {
    Outcome outcome = count("""
        3 1
        -3
        5 1 0
        4 0
        3 1=2 0
        2 3 0
        1 - 2 0
        0
        Ana
        Ben
        Cleo
        """, NamedRule.SCOTTISH);
    assertThat(outcome.papers()).isEqualTo(new Outcome.Papers(15, 5, 4, 4, 2));
  }

  /** Several on a rank: the paper ends, the rank is passed over, or it goes to the only one who still continues. */
  @Test
  void readsSeveralOnARankAsTheRuleSays() throws BadFile {
    String papers = """
        3 1
        4 1 0
        3 2=3 2 0
        2 3 0
        0
        Ana
        Ben
        Cleo
        """;
    assertThat(firstChoices(papers, Marks.Several.END)).containsExactly("4", "0", "2");
    assertThat(firstChoices(papers, Marks.Several.PASS)).containsExactly("4", "3", "2");
    assertThat(firstChoices("3 1\n-3\n" + papers.substring(4), Marks.Several.END_IF_SEVERAL_CONTINUE))
        .containsExactly("4", "3", "0");
  }

  @Test
  void endsAPaperWhereTooManyRanksAreSkippedOrACandidateStandsTwice() throws BadFile {
    String papers = "3 1\n4 - 1 0\n3 - - 2 0\n2 3 3 1 0\n0\nAna\nBen\nCleo\n";
    Election election = BltReader.read(papers.getBytes(StandardCharsets.UTF_8));
    var strict = new Rule.InstantRunOff(new Marks(Marks.Several.END, 1, true), Rule.Ties.LOT, false, false, false);
    assertThat(Counting.count(election, strict, LOTS).papers()).isEqualTo(new Outcome.Papers(9, 6, 0, 3, 0));
    Outcome usual = Counting.count(election, NamedRule.IRV.rule(), LOTS);
    assertThat(usual.papers()).isEqualTo(new Outcome.Papers(9, 9, 0, 0, 0));
    assertThat(usual.rounds().get(1).transfers()).as("the repeat is passed over")
        .extracting(Round.Transfer::to)
        .containsExactly(1);
  }

  private static List<String> firstChoices(String blt, Marks.Several several) throws BadFile {
    var rule = new Rule.Plurality(new Marks(several, Marks.ANY, false));
    return votes(Counting.count(BltReader.read(blt.getBytes(StandardCharsets.UTF_8)), rule, LOTS).rounds().getFirst());
  }

  private static Outcome count(String blt, NamedRule rule) throws BadFile {
    return Counting.count(BltReader.read(blt.getBytes(StandardCharsets.UTF_8)), rule.rule(), LOTS);
  }

  private static List<String> elected(String blt, NamedRule rule) throws BadFile { return names(count(blt, rule)); }

  private static List<String> names(Outcome outcome) {
    return outcome.elected().stream().map(each -> outcome.election().candidate(each).name()).toList();
  }

  private static List<String> votes(Round round) {
    return round.standings().stream().map(each -> each.votes().toString()).toList();
  }
}
