// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real council elections, against the winners of an independent implementation of the Order. */
@Tag("real-data")
class ScottishElectionsTest {
  record Expected(String file, int seats, long valid, String quota, String numbers, String order) {
    static Expected of(String line) {
      String[] fields = line.split(",", -1);
      return new Expected(fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2]), fields[3] + ".00000",
          fields[4], fields[7]);
    }
  }

  static List<Expected> elections() throws IOException {
    return Files.readAllLines(Project.data("scottish/expected_winners.csv"))
        .stream()
        .skip(1)
        .map(Expected::of)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("elections")
  void electsTheSameCandidatesInTheSameOrder(Expected expected) throws Exception {
    Election election = BltReader.read(Files.readAllBytes(Project.data("scottish/" + expected.file())));
    Outcome outcome = Counting.count(election, NamedRule.SCOTTISH.rule(), new Lots.Seeded("0"));

    assertThat(String.join(" ", outcome.elected().stream().sorted().map(String::valueOf).toList()))
        .isEqualTo(expected.numbers());
    assertThat(String.join(" > ", outcome.elected().stream().map(each -> election.candidate(each).name()).toList()))
        .isEqualTo(expected.order());
    assertThat(outcome.papers().valid()).isEqualTo(expected.valid());
    assertThat(outcome.election().seats()).isEqualTo(expected.seats());
    assertThat(outcome.rounds().getFirst().needed().orElseThrow()).hasToString(expected.quota());
    assertThat(outcome.rounds()).allSatisfy(Conserved::votes);
  }

  @org.junit.jupiter.api.Test
  void readsAllFiftySix() throws IOException { assertThat(elections()).hasSize(56); }
}
