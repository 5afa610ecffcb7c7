// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real ballots in CSV, with the winners that were declared. */
@Tag("real-data")
class RealCsvTest {
  private static final String COUNTY = """
      weight = count
      first = rank1
      skipped = undervote
      overvote = overvote
      write-in = UWI
      """;

  @ParameterizedTest
  @CsvSource({"2013_minneapolis_mayor, 80101, BETSY HODGES", "2015_portland_mayor, 99, 'Mavodones, Nicholas M. Jr.'"})
  void readsRanksOfManyEqualPapers(String folder, long papers, String winner) throws Exception {
    Election election = read(folder + "/ballots_aggregated.csv", COUNTY);
    Outcome outcome = Counting.count(election, NamedRule.IRV.rule(), new Lots.Seeded("0"));
    assertThat(election.ballots().papers()).isEqualTo(papers);
    assertThat(outcome.elected()).singleElement()
        .satisfies(number -> assertThat(election.candidate(number).name()).isEqualTo(winner));
  }

  @Test
  void readsRanksOfCandidatesInColumns() throws Exception {
    Election election = read("generic_csv_test/generic_csv_test_cvr.csv",
        "shape = candidates\nfirst = Lettuce\nwrite-in = Write-In\n");
    assertThat(election.candidates()).extracting(Candidate::name)
        .containsExactly("Lettuce", "Broccoli", "Cucumber", "Cauliflower", CsvMapping.WRITE_INS);
    assertThat(election.ballots().ranks(0)).hasToString("[[3], [2]]");
    assertThat(election.ballots().ranks(1)).hasToString("[[4], [1], [2], [3]]");
  }

  private static Election read(String file, String mapping) throws Exception {
    return CsvReader.read(Files.readAllBytes(Project.data("rcv/" + file)),
        CsvMapping.read(mapping.getBytes(StandardCharsets.UTF_8)));
  }
}
