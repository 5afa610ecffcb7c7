// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritersTest {
  private static final Ballots PAPERS = new Ballots.Builder().rank(2)
      .same(3)
      .skip()
      .rank(1)
      .paper(7)
      .rank(3)
      .paper(2)
      .paper(4)
      .build();
  private static final Election SMALL = new Election("The \"Committee\"", 2,
      List.of(new Candidate(1, "Ana \"Red\"\nNúñez", false), new Candidate(2, "Ben [he]", true),
          new Candidate(3, "Cleo, of #3,", false)),
      PAPERS);

  @Test
  void writesBlt() throws IOException { assertThat(blt(SMALL)).isEqualTo("""
        3 2
        -2
        7 2=3 - 1 0
        2 3 0
        4 0
        0
        "Ana 'Red' Núñez"
        "Ben [he]"
        "Cleo, of #3,"
        "The 'Committee'"
        """); }

  @Test
  void writesAbif() throws IOException { assertThat(abif(SMALL)).isEqualTo("""
        # Skipped ranks are left out, on papers: 7
        {title: "The 'Committee'"}
        {seats: 2}
        {withdrawn: "c2"}
        =c1:[Ana 'Red' Núñez]
        =c2:"Ben [he]"
        =c3:[Cleo, of #3,]
        7:c2=c3>c1
        2:c3
        4:
        """); }

  @Test
  void cutsNamesThatWouldNotBeReadAgain() throws Exception {
    var election = new Election("t".repeat(600), 1,
        List.of(new Candidate(1, "x".repeat(499) + "😀" + "y".repeat(600), false), new Candidate(2, "\u0001", false)),
        PAPERS);
    var two = new Election(election.title(), 1, election.candidates(), new Ballots.Builder().rank(2).paper(1).build());
    for (Election read : List.of(BltReader.read(bytes(blt(two))), AbifReader.read(bytes(abif(two))))) {
      assertThat(read.candidates()).extracting(Candidate::name).containsExactly("x".repeat(499), "Candidate 2");
      assertThat(read.title()).hasSize(500);
    }
  }

  @Test
  void refusesAnElectionWithoutCandidates() {
    var nobody = new Election("", 1, List.of(), new Ballots.Builder().build());
    assertThatThrownBy(() -> blt(nobody)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> abif(nobody)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void readsAgainWhatItWrote(long seed) throws Exception {
    var random = new Random(seed);
    for (int run = 0; run < 250; run++) {
      Election election = Elections.election(random);
      same(BltReader.read(bytes(blt(election))), election, true);
      same(AbifReader.read(bytes(abif(election))), election, false);
    }
  }

  private static void same(Election read, Election wrote, boolean skips) {
    assertThat(read.title()).isEqualTo(wrote.title());
    assertThat(read.seats()).isEqualTo(wrote.seats());
    assertThat(read.candidates()).isEqualTo(wrote.candidates());
    assertThat(papers(read.ballots(), skips)).isEqualTo(papers(wrote.ballots(), skips));
  }

  private static List<String> papers(Ballots ballots, boolean skips) {
    return IntStream.range(0, ballots.size())
        .mapToObj(line -> ballots.weight(line) + ": "
            + ballots.ranks(line).stream().filter(rank -> skips || !rank.isEmpty()).toList())
        .toList();
  }

  private static String blt(Election election) throws IOException {
    var to = new StringWriter();
    Writers.blt(election, to);
    return to.toString();
  }

  private static String abif(Election election) throws IOException {
    var to = new StringWriter();
    Writers.abif(election, to);
    return to.toString();
  }

  private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }
}
