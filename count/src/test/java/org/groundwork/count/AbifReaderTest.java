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

class AbifReaderTest {
  @Test
  void readsTitleSeatsDeclaredCandidatesPapersAndComments() throws BadFile {
    Election election = read("""
        # a capital
        {"title": "Tennessee # 1"}   # with a comment
        {seats: 2}
        {max_rating: 6}
        {}
        =Memph:[Memphis, TN]
        =Nash:"Nashville #2"
        42: Memph > Nash
        10:
        """);
    assertThat(election.title()).isEqualTo("Tennessee # 1");
    assertThat(election.seats()).isEqualTo(2);
    assertThat(election.candidates()).extracting(Candidate::name).containsExactly("Memphis, TN", "Nashville #2");
    assertThat(election.ballots().papers()).isEqualTo(52);
    assertThat(election.ballots().ranks(0)).isEqualTo(List.of(List.of(1), List.of(2)));
    assertThat(election.ballots().ranks(1)).isEmpty();
  }

  @Test
  void electsOneUnlessTheFileSaysOtherwise() throws BadFile { assertThat(read("1:A").seats()).isEqualTo(1); }

  @Test
  void readsCandidatesDeclaredAfterUseByShortNameAndByFullName() throws BadFile {
    Election election = read("3: DGM > [蘇業]\n2: \"Doña García\"=SY\n=DGM:[Doña García]\n=SY:[蘇業]\n");
    assertThat(election.candidates()).extracting(Candidate::name).containsExactly("Doña García", "蘇業");
    assertThat(election.ballots().ranks(0)).isEqualTo(List.of(List.of(1), List.of(2)));
    assertThat(election.ballots().ranks(1)).isEqualTo(List.of(List.of(1, 2)));
  }

  @Test
  void numbersUndeclaredCandidatesByNameWhateverTheOrderOfThePapers() throws BadFile {
    Election one = read("=Z:[Zoë]\n1:C>B\n1:A>Z\n");
    Election other = read("1:A>Z\n1:C>B\n=Z:[Zoë]\n");
    assertThat(one.candidates()).isEqualTo(other.candidates());
    assertThat(one.candidates()).extracting(Candidate::name).containsExactly("Zoë", "A", "B", "C");
    assertThat(one.ballots().ranks(0)).isEqualTo(List.of(List.of(4), List.of(3)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "27: A/5, B/2, C/1, D/0   | [[1], [2], [3], [4]]",
      "27: D/0, C/1, B/2, A/5   | [[1], [2], [3], [4]]",
      "27: A/3, B/5, C/3, D/1   | [[2], [1, 3], [4]]",
      "27: A/5>B/2>C/2>D        | [[1], [2], [3], [4]]",
      "27: A/2>B/5              | [[1], [2]]",
      "27: A,B>C                | [[1, 2], [3]]",
      "27: A=B/3, C/5, D/3      | [[3], [1, 2, 4]]",
      "27: A > B/1, C/9 > D     | [[1], [3], [2], [4]]",
      "27 * A/5, B/2            | [[1], [2]]",
      "27:A>A=B                 | [[1], [1, 2]]"})
  void ordersByRanksAndWhereThereAreNoneByScores(String line, String ranks) throws BadFile {
    assertThat(read("=A:A\n=B:B\n=C:C\n=D:D\n" + line).ballots().ranks(0)).hasToString(ranks);
  }

  @Test
  void readsWhoHasWithdrawnAlsoIfOnlyNamedOnPapers() throws BadFile {
    assertThat(read("{withdrawn: \"B A\"}\n=A:[Ana]\n1:A>B>C").candidates()).extracting(Candidate::withdrawn)
        .containsExactly(true, true, false);
  }

  @Test
  void readsBothEncodingsAByteOrderMarkAndLineEndsOfWindows() throws BadFile {
    assertThat(AbifReader.read("1:[Zoë]\r\n".getBytes(Charset.forName("windows-1252"))).candidate(1).name())
        .isEqualTo("Zoë");
    assertThat(read("\uFEFF=Z:[Zoë]\r\n2:Z\r\n").candidate(1).name()).isEqualTo("Zoë");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "~~                           | 1 | 1  | names no candidate",
      "10:                          | 1 | 1  | names no candidate",
      "0:A                          | 1 | 1  | a line stands for 1 to",
      "9999999999999999:A           | 1 | 1  | a line stands for 1 to",
      "3 A                          | 1 | 3  | a colon is expected",
      "3:A>                         | 1 | 5  | a candidate is expected",
      "3:A>>B                       | 1 | 5  | a candidate is expected",
      "3:A B                        | 1 | 5  | one of > = ,",
      "3:Ä>B/x                      | 1 | 8  | a score is a whole number",
      "3:A/1.5                      | 1 | 6  | one of > = ,",
      "3:A/-1                       | 1 | 5  | a score is a whole number",
      "3:A/2, B                     | 1 | 8  | has no score",
      "3:A>[B                       | 1 | 5  | not closed by ]",
      "1:A;3:\"A                    | 2 | 3  | not closed by \"",
      "1:A;=B [Ben]                 | 2 | 4  | is declared as",
      "1:A;=B:                      | 2 | 4  | is declared as",
      "1:A;=B:[Ben] x               | 2 | 10 | something follows",
      "1:A;[Ana]: A                 | 2 | 1  | its short name first",
      "=A:[Ana];=A:[Ben]            | 2 | 1  | declared twice",
      "1:A;{title \"x\"}            | 2 | 8  | a colon",
      "1:A;{seats: none}            | 2 | 9  | the number of seats",
      "1:A;{seats: 0}               | 2 | 9  | the number of seats",
      "1:A;{seats: 1, title: \"x\"} | 2 | 9  | the number of seats",
      "1:A;{title: \"x\" 3}         | 2 | 13 | } is expected",
      "1:A;{withdrawn: B}           | 2 | 13 | no candidate \"B\"",
      "1:A;>B                       | 2 | 1  | a line is papers"})
  void saysWhatIsWrongAndWhere(String file, int line, int column, String message) {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> read(file.replace(";", "\n")));
    assertThat(bad.defects().getFirst().message()).contains(message);
    assertThat(bad.defects().getFirst()).extracting(Defect::line, Defect::column).containsExactly(line, column);
  }

  @Test
  void saysEveryDefectInTheOrderOfTheFile() {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> read("x\n1:A>\n1:A\n=B\n2:=\n{seats: x}\n"));
    assertThat(bad.defects()).extracting(Defect::line).containsExactly(1, 2, 4, 5, 6);
  }

  private static Election read(String file) throws BadFile {
    return AbifReader.read(file.getBytes(StandardCharsets.UTF_8));
  }
}
