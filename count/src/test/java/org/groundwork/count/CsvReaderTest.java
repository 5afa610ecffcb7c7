// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.groundwork.count.CsvMapping.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  @Test
  void readsRanksWithoutAMappingAndNumbersCandidatesByName() throws BadFile {
    Election election = read("1st,2nd,3rd\r\nCleo,,Ana\r\n\"Núñez, \"\"Ben\"\"\",Ana,\r\n,,\r\n\r\nAna\r\n", "");
    assertThat(names(election)).containsExactly("Ana", "Cleo", "Núñez, \"Ben\"");
    assertThat(ranks(election)).containsExactly("[[2], [], [1]]", "[[3], [1]]", "[]", "[[1]]");
    assertThat(election.seats()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b\nX, one;Y\n", "a\tb\nX, one\tY\n", "a|b\nX, one|Y\n"})
  void readsOtherSeparators(String file) throws BadFile {
    Election election = read(file, file.contains("|") ? "separator = |" : "");
    assertThat(names(election)).containsExactly("X, one", "Y");
    assertThat(ranks(election)).containsExactly("[[1], [2]]");
  }

  @Test
  void takesAFirstColumnCalledCountForWeights() throws BadFile {
    Election election = read("Count,1st,2nd\n12,Ana,Ben\n3,Ben,\n", "");
    assertThat(names(election)).containsExactly("Ana", "Ben");
    assertThat(election.ballots().papers()).isEqualTo(15);
  }

  @Test
  void readsWeightsIgnoredColumnsAndLabels() throws BadFile {
    Election election = read("""
        id,papers,first,second,third,precinct
        7,3,Ana,undervote,Ben,north
        8,2,UWI,overvote,Ana,south
        9,1,Ana|Ben,Cleo,,x
        10,5,undervote,Cleo,|,
        """, """
        # how the county writes it
        first = first
        columns = 3
        weight = papers
        ignored = id
        skipped = undervote
        overvote = overvote
        write-in = UWI
        several = |
        title = The county
        seats = 2
        """);
    assertThat(names(election)).containsExactly("Ana", "Ben", "Cleo", CsvMapping.WRITE_INS);
    assertThat(election.candidate(4).kind()).isEqualTo(Candidate.Kind.WRITE_INS);
    assertThat(ranks(election)).containsExactly("[[1], [], [2]]", "[[4], [" + Ballots.UNKNOWN_OVERVOTE + "], [1]]",
        "[[1, 2], [3]]",
        "[[], [3], []]");
    assertThat(IntStream.range(0, 4).map(election.ballots()::weight)).containsExactly(3, 2, 1, 5);
    assertThat(election.title()).isEqualTo("The county");
    assertThat(election.seats()).isEqualTo(2);
  }

  @Test
  void leavesTheWeightAndIgnoredColumnsOutOfTheRanks() throws BadFile {
    assertThat(ranks(read("a,n,id,b\nX,2,17,Y\n", "weight = 2\nignored = id"))).containsExactly("[[1], [2]]");
  }

  @Test
  void readsWithoutAHeader() throws BadFile {
    Election election = read("17,X,Y\n18,Y,X,Z\n", "header = no\nfirst = 2");
    assertThat(names(election)).containsExactly("X", "Y", "Z");
    assertThat(ranks(election)).containsExactly("[[1], [2]]", "[[2], [1], [3]]");
  }

  @Test
  void readsRanksOfCandidatesInColumns() throws BadFile {
    Election election = read("voter,Zoë,Ana,write-in,Ben\nv1,1,2,,\nv2,,3,1,3\nv3,,,,\n",
        "shape = candidates\nfirst = 2\nwrite-in = write-in");
    assertThat(names(election)).containsExactly("Zoë", "Ana", "Ben", CsvMapping.WRITE_INS);
    assertThat(ranks(election)).containsExactly("[[1], [2]]", "[[4], [], [2, 3]]", "[]");
  }

  @Test
  void keepsTheOrderOfListedCandidatesAndAllowsNobodyElse() throws BadFile {
    String listed = "candidate = Cleo\ncandidate = Ana\ncandidate = Ben";
    assertThat(names(read("a,b\nAna,Cleo\n", listed))).containsExactly("Cleo", "Ana", "Ben");
    assertDefect("a,b\nAna,Cloe\n", listed, 2, 5, "\"Cloe\" is none of the candidates");
  }

  @Test
  void isTheSameForAnyOrderOfTheRows() throws BadFile {
    assertThat(read("a,b\nX,Y\nZ,X\n", "").candidates()).isEqualTo(read("a,b\nZ,X\nX,Y\n", "").candidates());
  }

  @Test
  void readsBothEncodingsAndAByteOrderMark() throws BadFile {
    assertThat(
        CsvReader.read("a\nZoë\n".getBytes(Charset.forName("windows-1252")), CsvMapping.USUAL).candidate(1).name())
        .isEqualTo("Zoë");
    assertThat(names(read("\uFEFF\"a\"\nZoë\n", ""))).containsExactly("Zoë");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "~~                     | ~~                        | 1 | 1 | the file is empty",
      "a,b                    | ~~                        | 1 | 1 | no paper names a candidate",
      "a,b;X,Y;X,\"Y          | ~~                        | 3 | 3 | no CSV",
      "a,b;\"X\",\"Y\"z;X,Y   | ~~                        | 2 | 5 | no CSV",
      "a,b;X,Y;;Ü,Y,Z         | ~~                        | 4 | 6 | more cells than the header",
      "a,b;\"X!Y\",Z,W        | ~~                        | 3 | 6 | more cells than the header",
      "a,n;X,1;X,;X,0         | weight = n                | 3 | 3 | a row stands for",
      "a,n;X,1;X,2.5          | weight = n                | 3 | 3 | a row stands for",
      "a,n;X                  | weight = n                | 2 | 1 | a row stands for",
      "a,n;X,1                | weight = w                | 1 | 1 | no column \"w\"",
      "a,n;X,1                | first = 3                 | 1 | 1 | no column 3",
      "a,n;X,1                | columns = 3               | 1 | 1 | has 2 columns for the ballot",
      "Ana,Ben;1,x            | shape = candidates        | 2 | 3 | a rank is a whole number, 1 to 2",
      "Ana,Ben;1,3            | shape = candidates        | 2 | 3 | a rank is a whole number, 1 to 2",
      "Ana,Ben;0,1            | shape = candidates        | 2 | 1 | a rank is a whole number, 1 to 2",
      "Ana,Ben;1              | shape = candidates        | 2 | 1 | the row has 1 cells",
      "Ana,Ana;1,2            | shape = candidates        | 1 | 5 | for the second time",
      "Ana,,Ben;1,2,          | shape = candidates        | 1 | 5 | a candidate's name has"})
  void saysWhatIsWrongAndWhere(String file, String mapping, int line, int column, String message) {
    assertDefect(file.replace(";", "\n").replace("!", "\n"), mapping, line, column, message);
  }

  @Test
  void saysEveryDefectOfAFile() {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> read("a,b\nX,Y,Z\nX\nY,Y,Y\n\"\n", ""));
    assertThat(bad.defects()).extracting(Defect::line).containsExactly(2, 4, 5);
  }

  @Test
  void readsEveryKeyOfAMapping() throws BadFile {
    CsvMapping mapping = mapping(
        "shape = ranks\nheader = no\nfirst = 2\ncolumns = 3\nweight = 1\nseparator = tab\nseveral = /\nseats = 4\n");
    assertThat(mapping.shape()).isEqualTo(Shape.RANKS);
    assertThat(mapping.header()).isFalse();
    assertThat(mapping.first()).contains("2");
    assertThat(mapping.columns()).isEqualTo(OptionalInt.of(3));
    assertThat(mapping.weight()).contains("1");
    assertThat(mapping.separator()).contains('\t');
    assertThat(mapping.labels().several()).isEqualTo(Optional.of("/"));
    assertThat(mapping.seats()).isEqualTo(4);
    assertThat(mapping("")).isEqualTo(CsvMapping.USUAL);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "shape = rows                       | 1 | shape is ranks or candidates",
      "header = maybe                     | 1 | header is yes or no",
      "separator = x                      | 1 | separator is",
      "columns = 0                        | 1 | the number of columns must be",
      "columns = 99999                    | 1 | the number of columns must be",
      "seats = two                        | 1 | the number of seats must be",
      "title = a;title = b                | 2 | for the second time",
      "first =                            | 1 | has no value",
      "first                              | 1 | key = value",
      "# x;colour = red                   | 2 | there is no key \"colour\"",
      "header = no;shape = candidates     | 1 | the header names them",
      "candidate = A;shape = candidates   | 1 | nobody else"})
  void saysWhatIsWrongWithAMapping(String file, int line, String message) {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> mapping(file.replace(";", "\n")));
    assertThat(bad.defects()).singleElement().satisfies(defect -> {
      assertThat(defect.line()).isEqualTo(line);
      assertThat(defect.message()).contains(message);
    });
  }

  private static void assertDefect(String file, String mapping, int line, int column, String message) {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> read(file, mapping));
    assertThat(bad.defects().getFirst().message()).contains(message);
    assertThat(bad.defects().getFirst()).extracting(Defect::line, Defect::column).containsExactly(line, column);
  }

  private static List<String> names(Election election) {
    return election.candidates().stream().map(Candidate::name).toList();
  }

  private static List<String> ranks(Election election) {
    return IntStream.range(0, election.ballots().size())
        .mapToObj(line -> election.ballots().ranks(line).toString())
        .toList();
  }

  private static CsvMapping mapping(String text) throws BadFile {
    return CsvMapping.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Election read(String file, String mapping) throws BadFile {
    return CsvReader.read(file.getBytes(StandardCharsets.UTF_8), mapping(mapping));
  }
}
