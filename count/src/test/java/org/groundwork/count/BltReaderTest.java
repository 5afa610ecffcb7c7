// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BltReaderTest {
  private static final String NAMES = "\"Ana\"\n\"Ben\"\n\"Cleo\"\n\"Committee\"\n";

  @Test
  void readsCandidatesSeatsPapersAndTitle() throws BadFile {
    Election election = read("3 2\n4 1 3 0\n2 2 0\n0\n" + NAMES);
    assertThat(election.seats()).isEqualTo(2);
    assertThat(election.title()).isEqualTo("Committee");
    assertThat(election.candidates()).extracting(Candidate::name).containsExactly("Ana", "Ben", "Cleo");
    assertThat(election.ballots().papers()).isEqualTo(6);
    assertThat(election.ballots().ranks(0)).isEqualTo(List.of(List.of(1), List.of(3)));
    assertThat(election.ballots().weight(0)).isEqualTo(4);
  }

  @Test
  void readsCommentsCommasBlankLinesAMarkBeforeTheFileAndNoLineEndAfterIt() throws BadFile {
    Election election = read(
        "\uFEFF# a council\r\n\r\n3, 2 # of three\r\n4, 1, 3, 0\r\n\r\n2 2 0 # two\r\n0\r\n" + NAMES.strip());
    assertThat(election.ballots().ranks(0)).isEqualTo(List.of(List.of(1), List.of(3)));
    assertThat(election.ballots().papers()).isEqualTo(6);
    assertThat(election.title()).isEqualTo("Committee");
  }

  @Test
  void readsEqualAndSkippedRanksNamedPapersBlankOnesAndWhoHasWithdrawn() throws BadFile {
    Election election = read("3 1\n-2 -3\n(paper 7) 1 2=3 - 1 0\n5 0\n1 1 = 2 0\n0\n" + NAMES);
    assertThat(election.ballots().ranks(0)).isEqualTo(List.of(List.of(2, 3), List.of(), List.of(1)));
    assertThat(election.ballots().weight(0)).isEqualTo(1);
    assertThat(election.ballots().ranks(1)).isEmpty();
    assertThat(election.ballots().weight(1)).isEqualTo(5);
    assertThat(election.ballots().ranks(2)).isEqualTo(List.of(List.of(1, 2)));
    assertThat(election.candidates()).extracting(Candidate::withdrawn).containsExactly(false, true, true);
  }

  @Test
  void readsNamedPapersWithAndWithoutTheirWeight() throws BadFile {
    assertThat(read("3 1\n(a) 1 2 3 0\n(b) 1 1 0\n(c) 1 0\n0\n" + NAMES).ballots().ranks(0))
        .isEqualTo(List.of(List.of(2), List.of(3)));
    assertThat(read("3 1\n(a) 1 2 3 0\n(b) 2 1 0\n0\n" + NAMES).ballots().ranks(0))
        .isEqualTo(List.of(List.of(1), List.of(2), List.of(3)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "Ana (Ind)                       | Ana (Ind)",
      "\"Ana\"                         | Ana",
      "\"Ana \"\"A Party (AP)\"\"\"    | Ana A Party (AP)",
      "\"\"\"Ana\"\" \"\"A Party\"\"\" | Ana A Party",
      "\"Ana\" \"A Party\"             | Ana A Party",
      "\"Zoë Núñez\",                  | Zoë Núñez"})
  void readsNamesHoweverTheyAreQuoted(String line, String name) throws BadFile {
    Election election = read("2 1\n1 1 0\n0\n" + line + "\nBen\nA title, with a comma");
    assertThat(election.candidates()).extracting(Candidate::name).containsExactly(name, "Ben");
    assertThat(election.title()).isEqualTo("A title, with a comma");
  }

  @Test
  void readsNamesOnOneLineNamesInCommentsAndAFileWithoutTitle() throws BadFile {
    assertThat(read("2 1\n1 1 0\n0\n\"Ana\" \"Ben\" \"Title\"\n").candidates()).extracting(Candidate::name)
        .containsExactly("Ana", "Ben");
    Election commented = read("2 1\n1 1 0\n0\n# ALTERNATIVE NAME 1: Ana\n# ALTERNATIVE NAME 2: Ben\nLinn");
    assertThat(commented.candidates()).extracting(Candidate::name).containsExactly("Ana", "Ben");
    assertThat(commented.title()).isEqualTo("Linn");
    assertThat(read("2 1\n1 1 0\n0\nAna\nBen\n").title()).isEmpty();
  }

  @Test
  void readsAccentsOfBothEncodings() throws BadFile {
    String file = "1 1\n0\nZoë\n";
    assertThat(BltReader.read(file.getBytes(Charset.forName("windows-1252"))).candidate(1).name()).isEqualTo("Zoë");
    assertThat(BltReader.read(file.getBytes(StandardCharsets.UTF_8)).candidate(1).name()).isEqualTo("Zoë");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "''                     | 1 | 1 | the file is empty",
      "3                      | 1 | 2 | the number of seats",
      "0 1                    | 1 | 1 | the number of candidates",
      "3 1 7                  | 1 | 5 | two numbers",
      "3 1;4 1 3              | 2 | 6 | not ended by 0",
      "3 1;4 1 9 0            | 2 | 5 | a candidate is expected here, 1 to 3",
      "3 1;4 1 x 0            | 2 | 5 | a candidate is expected here, 1 to 3",
      "3 1;4 1 0 2            | 2 | 7 | has ended with 0",
      "3 1;4 =1 0             | 2 | 3 | = stands between",
      "3 1;4 1= 0             | 2 | 6 | a candidate is expected here",
      "3 1;0 1 0              | 2 | 1 | a ballot stands for 1 to",
      "3 1;1.5 1 0            | 2 | 1 | in a whole number",
      "3 1;99999999999999 1 0 | 2 | 1 | a ballot stands for 1 to",
      "3 1;(a 1 0             | 2 | 1 | not closed",
      "3 1;-4;1 1 0           | 2 | 1 | no such candidate",
      "3 1;-2 1;1 1 0         | 2 | 4 | only numbers with a minus",
      "3 1;hello              | 2 | 1 | a ballot begins with",
      "3 1;1 1 0              | 3 | 1 | not ended by a line with 0",
      "3 1;1 1 0;0;Ana        | 5 | 1 | 3 candidates, and 1 name",
      "1 1;1 1 0;0;Ana;T;more | 6 | 1 | goes on after"})
  void saysWhatIsWrongAndWhere(String file, int line, int column, String message) {
    BadFile bad = catchThrowableOfType(BadFile.class,
        () -> read(file.replace(";", "\n") + (file.isEmpty() ? "" : "\n")));
    assertThat(bad.defects().getFirst().message()).contains(message);
    assertThat(bad.defects().getFirst()).extracting(Defect::line, Defect::column).containsExactly(line, column);
  }

  @Test
  void saysEveryDefectOfAFile() {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> read("3 1\n1 4 0\n1 1 0\n2 1\n1 7 0\n0\n" + NAMES));
    assertThat(bad.defects()).extracting(Defect::line).containsExactly(2, 4, 5);
  }

  private static Election read(String file) throws BadFile {
    return BltReader.read(file.getBytes(StandardCharsets.UTF_8));
  }
}
