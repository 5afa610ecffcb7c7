// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Votes for people who are not candidates count, and elect nobody. */
class WriteInsTest {
  private static final String MAPPING = "write-in = somebody else\nskipped = -\novervote = several\nweight = n\n";
  private static final Lots LOTS = new Lots.Seeded("0");

  @ParameterizedTest
  @EnumSource(NamedRule.class)
  void theyAreNotElectedEvenByMost(NamedRule rule) throws BadFile {
    Outcome outcome = count("n,1,2\n9,somebody else,\n3,Ana,\n2,Ben,\n", rule);
    assertThat(outcome.elected()).as(rule.label()).containsExactly(1);
    assertThat(outcome.papers().valid()).isEqualTo(14);
    StringWriter html = new StringWriter();
    var text = new StringWriter();
    Reports.text("f", rule, outcome, false, new PrintWriter(text));
    assertThat(text.toString()).contains(CsvMapping.WRITE_INS);
    assertThat(html(rule, outcome, html)).contains("people who are not candidates");
  }

  private static String html(NamedRule rule, Outcome outcome, StringWriter to) {
    try {
      Reports.html("f", rule, outcome, to);
    } catch (java.io.IOException never) {
      throw new java.io.UncheckedIOException(never);
    }
    return to.toString();
  }

  @ParameterizedTest
  @EnumSource(value = NamedRule.class, names = {"IRV", "SCOTTISH", "WIG", "MEEK"})
  void theyGoOutFirstAndTheirPapersMoveOn(NamedRule rule) throws BadFile {
    Outcome outcome = count("n,1,2\n5,somebody else,Ben\n4,Ana,\n3,Ben,\n1,Cleo,\n", rule);
    assertThat(outcome.rounds().getFirst().elected()).isEmpty();
    assertThat(outcome.rounds().get(1).excluded()).containsExactly(4);
    assertThat(outcome.elected()).containsExactly(2);
    assertThat(text(rule, outcome)).contains("they are votes for people who are not candidates");
  }

  @Test
  void nobodyIsElectedBeforeThem() throws BadFile {
    Outcome outcome = count("n,1,2\n1,somebody else,\n9,Ana,\n", NamedRule.IRV);
    assertThat(outcome.rounds()).hasSize(2);
    assertThat(outcome.elected()).containsExactly(1);
    assertThat(text(NamedRule.IRV, outcome)).contains("Nobody is elected before the write-ins have gone out.");
  }

  @Test
  void whereOnlyTheyHaveVotesNobodyIsMade() throws BadFile {
    for (NamedRule rule : NamedRule.values()) {
      assertThat(count("n,1\n3,somebody else\n", rule).elected()).as(rule.label()).isEmpty();
    }
  }

  @Test
  void anOvervoteWithoutNamesIsForNobody() throws BadFile {
    String papers = "n,1,2\n4,several,Ana\n1,Ben,\n2,several,\n";
    assertThat(count(papers, NamedRule.IRV).papers()).isEqualTo(new Outcome.Papers(7, 1, 0, 6, 0));
    Rule passing = RuleParameters.with(NamedRule.IRV.rule(), "several", "pass");
    Outcome passed = Counting.count(read(papers), passing, LOTS);
    assertThat(passed.elected()).containsExactly(1);
    assertThat(passed.papers()).isEqualTo(new Outcome.Papers(7, 5, 0, 2, 0));
    assertThat(count(papers, NamedRule.SCHULZE).papers().spoilt()).isEqualTo(6);
    assertThat(count(papers, NamedRule.MAJORITY_JUDGEMENT).papers().spoilt()).isEqualTo(2);
  }

  @Test
  void withdrawingTheOthersMakesNoVoteOfAnOvervote() throws BadFile {
    Election election = read("n,1,2\n4,several,\n1,Ben,\n1,Ana,\n").without(java.util.Set.of(2));
    assertThat(Counting.count(election, NamedRule.PLURALITY.rule(), LOTS).papers())
        .isEqualTo(new Outcome.Papers(6, 1, 0, 4, 1));
  }

  @Test
  void areKeptWhenWritten() throws Exception {
    Election election = read("n,1,2\n5,somebody else,Ben\n4,Ana,several\n");
    var abif = new StringWriter();
    Writers.abif(election, abif);
    var blt = new StringWriter();
    Writers.blt(election, blt);
    for (Election again : List.of(AbifReader.read(bytes(abif.toString())), BltReader.read(bytes(blt.toString())))) {
      assertThat(again.candidates()).isEqualTo(election.candidates());
      assertThat(List.of(again.ballots().ranks(0), again.ballots().ranks(1)))
          .isEqualTo(List.of(List.of(List.of(3), List.of(2)), List.of(List.of(1), List.of(1, 2, 3))));
    }
  }

  @Test
  void areMarkedInABltFile() throws BadFile {
    Election election = BltReader.read(bytes("3 1\n[undeclared 2]\n1 1 0\n0\nAna\nSomebody else\nBen\n"));
    assertThat(election.candidates()).extracting(Candidate::kind)
        .containsExactly(Candidate.Kind.STANDING, Candidate.Kind.WRITE_INS, Candidate.Kind.STANDING);
  }

  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }

  private static String text(NamedRule rule, Outcome outcome) {
    var text = new StringWriter();
    Reports.text("f", rule, outcome, false, new PrintWriter(text));
    return text.toString();
  }

  private static Outcome count(String papers, NamedRule rule) throws BadFile {
    return Counting.count(read(papers), rule.rule(), LOTS);
  }

  private static Election read(String papers) throws BadFile {
    return CsvReader.read(papers.getBytes(StandardCharsets.UTF_8),
        CsvMapping.read(MAPPING.getBytes(StandardCharsets.UTF_8)));
  }
}
