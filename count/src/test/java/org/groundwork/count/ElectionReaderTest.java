// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionReaderTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "-        | # a council;;2 1;3 2 1 0;0;Ana;Ben | Ana,Ben",
      "votes    | 2, 1;3 2 1 0;0;Ana;Ben             | Ana,Ben",
      "-        | # papers;3:Ben>Ana                 | Ana,Ben",
      "x.txt    | 3 * Ben>Ana                        | Ana,Ben",
      "-        | =A:[Ana];3:Ben>A                   | Ana,Ben",
      "-        | {title: \"x\"};3:Ben>Ana           | Ana,Ben",
      "-        | 1st,2nd;Ben,Ana                    | Ana,Ben",
      "-        | 1,2,3;Ben,Ana,                     | Ana,Ben",
      "VOTES.CSV| 1,2;Ben,Ana                        | Ana,Ben",
      "V.ABIF   | 1:Ben>Ana                          | Ana,Ben",
      "V.BLT    | 2 1;3 2 1 0;0;Ana;Ben              | Ana,Ben"})
  void choosesTheFormatByTheNameOrElseByTheFirstLine(String name, String file, String candidates) throws BadFile {
    Election election = read(name, file.replace(";", "\n"));
    assertThat(String.join(",", election.candidates().stream().map(Candidate::name).toList())).isEqualTo(candidates);
    assertThat(election.ballots().ranks(0).getFirst()).containsExactly(2);
  }

  @Test
  void takesTheNamesWordForTheFormat() {
    assertThatThrownBy(() -> read("votes.blt", "3:Ben>Ana\n")).isInstanceOf(BadFile.class);
    assertThatThrownBy(() -> read("-", "hello\n")).isInstanceOf(BadFile.class).hasMessageContaining("candidates");
  }

  private static Election read(String name, String file) throws BadFile {
    return ElectionReader.read(name, file.getBytes(StandardCharsets.UTF_8), CsvMapping.USUAL);
  }
}
