// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.groundwork.count.Generated.Paper;
import org.groundwork.count.Round.Event;
import org.junit.jupiter.api.Test;

/** Elections printed in books and papers, with the result printed there. */
class LiteratureTest {
  private static final Lots LOTS = new Lots.Seeded("0");

  /** Schulze, "The Schulze Method of Voting" (arXiv:1804.02973), section 3: who wins, in the order of its examples. */
  @Test
  void electsWhomSchulzesPaperElects() {
    assertThat(schulze("8 ACD, 2 BAD, 4 CDB, 4 DBA, 3 DCB", 4)).isEqualTo("D");
    assertThat(schulze("3 ACD, 9 BAC, 8 CDA, 5 DAB, 5 DBC", 4)).isEqualTo("C");
    assertThat(schulze("3 ABC, 2 CBD, 2 DAB, 2 DBC", 4)).isEqualTo("BD");
    assertThat(schulze("12 ABC, 6 ADB, 9 BCD, 15 CDA, 21 DBA", 4)).isEqualTo("D");
    assertThat(schulze("8 ACD, 2 BCD, 3 BDA, 5 CBD, 1 CDB, 3 DAB, 1 DBA", 4)).isEqualTo("AC");
    assertThat(schulze("9 ADBE, 6 BCAD, 5 BCDE, 2 CDBE, 6 DECB, 14 EACB, 2 ECAB, 1 EDAC", 5)).isEqualTo("B");
    assertThat(schulze("9 ADBE, 1 BACE, 6 CBAD, 2 CDBE, 5 CDEA, 6 DECA, 14 EBAC, 2 EBCA", 5)).isEqualTo("E");
    assertThat(schulze("2 ABC, 2 BCA, 1 CAB", 3)).isEqualTo("AB");
  }

  /** The same, examples 7 to 9: papers that put A first take the seat from A, and so does a candidate like another. */
  @Test
  void changesTheWinnerWhereSchulzesPaperSaysSo() {
    String seven = "3 ADEBC, 3 BFECD, 4 CABFD, 1 DBCEF, 4 DEFAB, 2 ECBDF, 2 FACDB";
    assertThat(schulze(seven, 6)).isEqualTo("A");
    assertThat(schulze(seven + ", 2 AEFCB", 6)).isEqualTo("D");
    assertThat(schulze("3 ABD, 5 ADB, 1 ADC, 2 BAD, 2 BDC, 4 CAB, 6 CBA, 2 DBC, 5 DCA", 4)).isEqualTo("A");
    assertThat(schulze("3 ABDE, 5 ADEB, 1 ADEC, 2 BADE, 2 BDEC, 4 CABD, 6 CBAD, 2 DBEC, 5 DECA", 5)).isEqualTo("B");
    assertThat(schulze("5 ACD, 2 BCD, 4 BDA, 2 CDA", 4)).isEqualTo("A");
    assertThat(schulze("5 AECD, 2 BCDA, 4 BDAE, 2 CDAB", 5)).isEqualTo("B");
  }

  /** The same, example 10: equal candidates and short papers; margins elect A, ratios B, winning votes D. */
  @Test
  void findsTheStrongestPathsWherePapersPutCandidatesEqual() {
    String papers = "6 ABCD, 8 (AB), 8 (AC), 18 (AC)D, 8 (ACD), 40 B, 4 CBD, 9 CDA, 8 (CD), 14 DAB, 11 DBC, 4 DCA";
    assertThat(schulze(papers, 4)).isEqualTo("D");
    var pairs = (Event.Pairs) count(papers, 4, 1, NamedRule.SCHULZE).rounds().getFirst().event();
    assertThat(pairs.paths()).isEqualTo(List.of(List.of(0L, 67L, 67L, 45L), List.of(45L, 0L, 79L, 45L),
        List.of(45L, 45L, 0L, 45L), List.of(50L, 72L, 72L, 0L)));
  }

  /** The mayor of Burlington, 2009, among the last three (rangevoting.org/Burlington.html): three rules, three winners. */
  @Test
  void electsThreeMayorsOfBurlingtonByThreeRules() {
    // A Montroll, B Kiss, C Wright
    String papers = "1332 ABC, 767 ACB, 455 A, 2043 BAC, 371 BCA, 568 B, 1513 CAB, 495 CBA, 1289 C";
    assertThat(elected(count(papers, 3, 1, NamedRule.PLURALITY))).isEqualTo("C");
    assertThat(elected(count(papers, 3, 1, NamedRule.SCHULZE))).isEqualTo("A");
    Outcome outcome = count(papers, 3, 1, NamedRule.IRV);
    assertThat(elected(outcome)).isEqualTo("B");
    assertThat(votes(outcome)).containsExactly("2554 2982 3297", "0 4314 4064");
    assertThat(outcome.rounds().getLast().exhausted()).hasToString("455");
  }

  /** A winner who also wins when every paper is turned round (rangevoting.org/rangeVirv.html). */
  @Test
  void electsTheSameWhenEveryPaperIsTurnedRound() {
    assertThat(elected(count("9 BCA, 8 ABC, 7 CAB", 3, 1, NamedRule.IRV))).isEqualTo("A");
    assertThat(elected(count("9 ACB, 8 CBA, 7 BAC", 3, 1, NamedRule.IRV))).isEqualTo("A");
  }

  /** The example of the French encyclopedia's article on the single transferable vote, there with thirds. */
  @Test
  void movesEightOfFortyTwoPapersByTheScottishRules() {
    Outcome outcome = count("28 ABCD, 14 ACDB, 15 BCAD, 17 CABD, 26 DBCA", 4, 2, NamedRule.SCOTTISH);
    assertThat(votes(outcome)).containsExactly("42.00000 15.00000 17.00000 26.00000",
        "34.00000 20.33316 19.66658 26.00000", "34.00000 37.33316 0.00000 28.66658");
    assertThat(elected(outcome)).isEqualTo("AB");
  }

  /** Pollux and Helen are equal but for what is cut off: a test of the program droop, with its votes. */
  @Test
  void tellsTwoApartByWhatIsCutOff() {
    Outcome outcome = count("4 AB, 2 C", 3, 2, NamedRule.WIG);
    assertThat(votes(outcome)).startsWith("4.0000 0.0000 2.0000", "2.0001 1.9996 2.0000");
    assertThat(outcome.rounds().get(2).excluded()).containsExactly(2);
    assertThat(elected(outcome)).isEqualTo("AC");
    assertThat(votes(count("4 AB, 2 C", 3, 2, NamedRule.SCOTTISH))).startsWith("4.00000 0.00000 2.00000",
        "3.00000 1.00000 2.00000");
  }

  /** <i>Voting matters</i> 12, "The computational accuracy using the Meek algorithm": decided in the seventh figure. */
  @Test
  void isExactEnoughForMeek() {
    Outcome outcome = count("333 AC, 333 AD, 333 AE, 333 BC, 333 BD, 333 BE, 667 C, 667 D, 667 E, 1 ABC, 1 ABD, 2 BAC",
        5, 3, NamedRule.MEEK);
    assertThat(elected(outcome)).isEqualTo("ABC");
    assertThat(outcome.rounds().stream().flatMap(each -> each.excluded().stream()).toList()).containsExactly(5);
    assertThat(outcome.rounds()).allSatisfy(each -> assertThat(each.ties()).isEmpty());
  }

  /** Tables of grades, the best first, with the ranking that the tests of Mieux Voter's libraries give. */
  @Test
  void ranksTablesOfGradesAsMieuxVoterDoes() {
    assertThat(judged(new int[]{1, 1, 1}, new int[]{2, 0, 1}, new int[]{0, 0, 3}, new int[]{1, 0, 2},
        new int[]{0, 3, 0})).isEqualTo("BEADC");
    assertThat(judged(new int[]{2, 1, 3, 1, 2, 5, 4}, new int[]{2, 1, 3, 1, 2, 6, 3})).isEqualTo("BA");
    assertThat(judged(new int[]{2_992, 9_888, 1_968, 4_040, 6_970, 11_142},
        new int[]{2_996, 8_884, 1_965, 4_043, 8_971, 10_141}, new int[]{2_996, 7_884, 1_965, 1_043, 8_971, 14_141}))
        .isEqualTo("ABC");
  }

  private static String judged(int[]... tables) {
    var edges = new TreeSet<Integer>();
    for (int[] table : tables) {
      int[] sums = table.clone();
      Arrays.parallelPrefix(sums, Integer::sum);
      Arrays.stream(sums).forEach(edges::add);
    }
    var papers = new ArrayList<Paper>();
    int before = 0;
    for (int edge : edges) {
      if (edge > before) {
        papers.add(new Paper(edge - before, grades(tables, before)));
        before = edge;
      }
    }
    Election election = Generated.election(papers, tables.length, tables.length);
    return elected(Counting.count(election, NamedRule.MAJORITY_JUDGEMENT.rule(), LOTS));
  }

  /** What one of the judges says, when each candidate's grades are put in order. */
  private static List<List<Integer>> grades(int[][] tables, int judge) {
    var ranks = new ArrayList<List<Integer>>();
    for (int grade = 0; grade < tables[0].length; grade++) {
      var rank = new ArrayList<Integer>();
      for (int candidate = 1; candidate <= tables.length; candidate++) {
        int[] table = tables[candidate - 1];
        int better = Arrays.stream(table, 0, grade).sum();
        if (better <= judge && judge < better + table[grade]) {
          rank.add(candidate);
        }
      }
      ranks.add(rank);
    }
    return ranks;
  }

  /** Whom the rule cannot tell apart from the winner, and the winner. */
  private static String schulze(String papers, int candidates) {
    Outcome outcome = count(papers, candidates, 1, NamedRule.SCHULZE);
    List<Round.Tie> ties = outcome.rounds().getFirst().ties();
    return letters(ties.isEmpty() ? outcome.elected() : ties.getFirst().tied());
  }

  /** Papers such as {@code 8 ACD}, or {@code 8 (AC)D} where two are equal. */
  private static Outcome count(String text, int candidates, int seats, NamedRule rule) {
    List<Paper> papers = Arrays.stream(text.split(", ", -1)).map(LiteratureTest::paper).toList();
    return Counting.count(Generated.election(papers, candidates, seats), rule.rule(), LOTS);
  }

  private static Paper paper(String text) {
    int blank = text.indexOf(' ');
    var ranks = new ArrayList<List<Integer>>();
    boolean equal = false;
    for (char letter : text.substring(blank + 1).toCharArray()) {
      if (letter == '(') {
        equal = true;
        ranks.add(new ArrayList<>());
      } else if (letter == ')') {
        equal = false;
      } else if (equal) {
        ranks.getLast().add(letter - 'A' + 1);
      } else {
        ranks.add(new ArrayList<>(List.of(letter - 'A' + 1)));
      }
    }
    return new Paper(Integer.parseInt(text.substring(0, blank)), ranks);
  }

  private static String elected(Outcome outcome) { return letters(outcome.elected()); }

  private static String letters(List<Integer> numbers) {
    return String.join("", numbers.stream().map(each -> String.valueOf((char) ('A' + each - 1))).toList());
  }

  private static List<String> votes(Outcome outcome) {
    return outcome.rounds()
        .stream()
        .map(round -> String.join(" ", round.standings().stream().map(each -> each.votes().toString()).toList()))
        .toList();
  }
}
