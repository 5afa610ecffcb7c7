// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BLT as programs other than most write it. Each file is said as we write it; in the cases a line end is a ^. */
class BltDialectsTest {
  private static final String HILL = """
      4 2
      -2
      3 1 3 4 0
      4 1 3 2 0
      2 4 1 3 0
      1 2 0
      0
      "Adam"
      "Basil"
      "Charlotte"
      "Donald"
      "Title"
      """;

  @ParameterizedTest
  @ValueSource(strings = {
      "4 2 -2 3 1 3 4 0 4 1 3 2 0 2 4 1 3 0 1 2 0 0 \"Adam\" \"Basil\" \"Charlotte\" \"Donald\" \"Title\"",
      "4 2^-2^3 1 3 4 0 4 1 3 2 0^2 4 1 3 0 1 2 0^0^\"Adam\" \"Basil\"^\"Charlotte\" \"Donald\"^\"Title\"",
      "4 2 -2 3 1 3^4 0 4 1^3 2 0 2 4^1 3 0 1^2 0 0 \"Adam\"\"Basil\"\"Charlotte\"^\"Donald\"\"Title\"",
      "4^2^-2^3^1^3^4^0^4^1^3^2^0^2^4^1^3^0^1^2^0^0^Adam^Basil^Charlotte^Donald^Title",
      "4 2 -2^3 1 3 4 0^4 1 3 2 0^2 4 1 3 0^1 2 0^0 \"Adam\" \"Basil\" \"Charlotte\" \"Donald\" \"Title\"",
      "4 2 # free^3 1 3 4 0 4 1 3 2 0 # two^2 4 1 3 0 1 2 0 0 Adam Basil Charlotte Donald Title",
      "4,2,-2,3,1,3,4,0,4,1,3,2,0,2,4,1,3,0,1,2,0,0,\"Adam\",\"Basil\",\"Charlotte\",\"Donald\",\"Title\""})
  void readsTheFormatOf1987HoweverItIsLaidOut(String file) throws Exception {
    assertThat(again(file)).isEqualTo(file.contains("-2") || file.contains("-^2") ? HILL : HILL.replace("-2\n", ""));
  }

  @Test
  void countsLinesInTheFormatOf1987() {
    assertThat(defect("4 2 -2 3 1 3^4 0 4 1^3 2 0 2 4^1 9 0 1^2 0 0 Adam Basil Charlotte Donald"))
        .isEqualTo("4:3: a candidate is expected here, 1 to 4, or the 0 that ends the ballot");
    assertThat(defect("4 2 3 1 3 4 0 4 1 3 2 0^2 4 1 3 0 1 2 0 7 1 3"))
        .isEqualTo("2:22: the ballot is not ended by 0");
    assertThat(defect("4 2 3 1 3 4 0 4 1 3 2 0^2 4 1 3 0 1 2 0 0 Adam Basil"))
        .isEqualTo("2:1: 4 candidates, and 2 names");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "4 2^3 1 3 4 0^4 1 3^2 4 1 3 0^1 2 0^0^A^B^C^D | 3:6: the ballot is not ended by 0",
      "4 2^3 1 3 4 0^4 1 0 3^2 4 0^1 2 0^0^A^B^C^D   | 3:7: the ballot has ended with 0, and something follows on its line",
      "4 2^3 1 3 4 0^4 1 3^2 4 1^1 2 0^0^A^B^C^D     | 3:6: the ballot is not ended by 0",
      "4 2 5^3 1 3 4 0^4 1 3 0^0^A^B^C^D             | 1:5: two numbers are expected here, of candidates and of seats, and nothing else"})
  void doesNotTakeALost0ForTheFormatOf1987(String file, String defect) { assertThat(defect(file)).isEqualTo(defect); }

  @Test
  void readsBallotsThatOnlyTheirLinesEnd() throws Exception {
    assertThat(again("4 2^-2^3 1 3 4^4 1 3 2^2 4 1 3^1 2^0^\"Adam\"^\"Basil\"^\"Charlotte\"^\"Donald\"^Title"))
        .isEqualTo(HILL);
    assertThat(again("10 1^2 10^5^1 3=10 2^0^" + "A^".repeat(10))).startsWith("10 1\n2 10 0\n5 0\n1 3=10 2 0\n0\n");
    assertThat(defect("3 1^2 1 3^4 9 1^0^A^B^C")).isEqualTo("3:3: a candidate is expected here, 1 to 3");
  }

  @Test
  void readsTablesOfScottishElections() throws Exception {
    String table = "2,1,^12,1,^8,2,1,^\"Candidate 1\",\"Ana Diaz\",\"A Party (AP)\",^"
        + "\"Candidate 2\",\"Ben Ode\",\"Independent (Ind)\",^\"Ward 3 - Hill, Dale\",^";
    String blt = "2 1\n12 1 0\n8 2 1 0\n0\n\"Ana Diaz A Party (AP)\"\n\"Ben Ode Independent (Ind)\"\n\"Ward 3 - Hill, Dale\"\n";
    assertThat(again(table)).isEqualTo(blt);
    var written = new StringWriter();
    Writers.blt(ElectionReader.read("ward.csv", bytes(table), CsvMapping.USUAL), written);
    assertThat(written.toString()).isEqualTo(blt);
    assertThat(ElectionReader.read("ward.csv", bytes("2,1^1,2^"), CsvMapping.USUAL).candidates())
        .extracting(Candidate::name)
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "4 2^[withdrawn 2]^3 1 3 4 0^4 1 3 2 0^2 4 1 3 0^1 2 0^0^",
      "4 2^[nick ad ba ch 4th]^[withdrawn ba]^3 ad ch 4 0^4 1 ch ba 0^2 4th ad 3 0^1 ba 0^0^",
      "4 2^-ba^[nick ad ba ch don]^3 ad ch don 0^",
      "4 2 [nick ad ba ch do ] [droop arithmetic=rational dp=6]^-ba^3 ad ch do 0^4 ad ch ba 0^2 do ad ch 0^1 ba 0^0^",
      "4 2^[nick ad^  ba ch^  do^]^-2^3 ad ch do 0 4 ad ch ba 0^2 do ad ch 0 1 ba 0 0^",
      "/* Droop's */ 4 2 /* seats */^/* withdrawn: /* all */ */-2^3 1 3 4 0 /* three */^/* 9 9 0^9 */^"
          + "4 1 3 2 0^2 4 1 3 0^1 2 0^0^/* names */ "})
  void readsOptionsShortNamesAndCommentsOfDroop(String ballots) throws Exception {
    String file = ballots + "\"Adam\"^\"Basil\" /* out */^\"Charlotte\"^\"Donald\"^\"Title\"^";
    if (ballots.startsWith("4 2^-ba")) {
      assertThat(defect(file)).isEqualTo("2:1: there is no such candidate: they are 1 to 4");
    } else {
      assertThat(again(file)).isEqualTo(HILL);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "[tie 3 1 2]               | 2:2: [tie] says who goes first when candidates are level, which here a lot decides; take it out of the file, and hand it in with --drawn",
      "[undeclared 9]            | 2:13: there is no such candidate: they are 1 to 3",
      "[colour red]              | 2:2: the options known here are nick, withdrawn, undeclared and droop",
      "[withdrawn 2 4]           | 2:14: there is no such candidate: they are 1 to 3",
      "[nick a b]                | 2:2: 3 candidates, and 2 short names",
      "[nick a b a]              | 2:11: two candidates have this short name",
      "[nick a 7 b]              | 2:9: a short name is more than a number",
      "[nick a b c^1 1 0         | 2:1: an option, such as [nick a b c], begins here and is not closed by ] behind its words",
      "[]                        | 2:1: an option, such as [nick a b c], begins here and is not closed by ] behind its words",
      "[nick a b c]^2 a x 0      | 3:5: a candidate is expected here, 1 to 3 or a short name, or the 0 that ends the ballot",
      "1 1 0^[withdrawn 2]       | 3:1: options stand before the ballots",
      "/* 1 1 0                  | 2:1: the comment that begins here is not closed by */",
      "1 1 0 /* a /* b */^1 2 0  | 2:7: the comment that begins here is not closed by */",
      "-2 3                      | 2:4: a line of candidates who have withdrawn has only numbers with a minus before them",
      "1 2 -3 0                  | 2:5: - stands by itself for a rank that was skipped; who has withdrawn stands before the ballots",
      "1 (2 3 0                  | 2:8: a candidate is expected here, 1 to 3, or the 0 that ends the ballot",
      "1 (2 3                    | 2:3: the equal candidates that begin here are not closed by )",
      "1 () 0                    | 2:4: a candidate is expected here, 1 to 3, or the 0 that ends the ballot",
      "1 (2 (3)) 0               | 2:6: a candidate is expected here, 1 to 3, or the 0 that ends the ballot",
      "2.5 1 0                   | 2:1: a ballot stands for 1 to 1000000000 papers, in a whole number",
      "0.0 1 0                   | 2:1: a ballot stands for 1 to 1000000000 papers, in a whole number"})
  void saysWhatCannotBeReadAndWhere(String line, String defect) {
    assertThat(defect("3 1^" + line + "^1 1 0^1 1 0^1 1 0^0^Ana^Ben^Cleo^")).isEqualTo(defect);
  }

  @Test
  void readsWithdrawnSkippedAndEqualInEveryWay() throws Exception {
    assertThat(again("4 2^-1^-2 -3^-4,-1^3.0 (1 2) - 4 0^2.00 1 (2=3) 0^1. (4) ( 1 2 )=3 0^0^A^B^C^D"))
        .startsWith("4 2\n-1 -2 -3 -4\n3 1=2 - 4 0\n2 1 2=3 0\n1 4 1=2=3 0\n0\n");
    assertThat(again("3 1^(a) 1  =3 0^(b) 1 2 0^0^A^B^C")).startsWith("3 1\n1 1=3 0\n1 1 2 0\n0\n");
    assertThat(again("3 1^1 1 0^-2^2 3 0^0^A^B^C")).startsWith("3 1\n-2\n1 1 0\n2 3 0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 1^", "4 1 [nick a b c d]^", "4 1 # free^"})
  void refusesMorePapersThanCanBeCounted(String head) {
    String four = "1000000000 1 0^".repeat(4);
    String papers = head.contains("free") ? four.replace('^', ' ') + "^1 2 0 0 A B C D" : four + "1 2 0^0^A^B^C^D";
    assertThat(defect(head + papers)).endsWith(":1: more than 4000000000 papers");
  }

  @Test
  void readsALargeFileInWhichSomebodyWithdrawsBehindBallots() throws Exception {
    String large = "3 1\n" + "12 1 3 0\n".repeat(150_000) + "-2\n0\nA\nB\nC\n";
    Election read = BltReader.read(large.getBytes(StandardCharsets.UTF_8));
    assertThat(read.candidate(2).withdrawn()).isTrue();
    assertThat(read.ballots().papers()).isEqualTo(1_800_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n"})
  void readsLineEndsOfOldMachines(String end) throws Exception {
    assertThat(again("\uFEFF" + HILL.replace("\n", end))).isEqualTo(HILL);
    assertThat(defect(HILL.replace("1 2 0", "1 7 0").replace("\n", end)))
        .isEqualTo("6:3: a candidate is expected here, 1 to 4, or the 0 that ends the ballot");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "\"Ana\" # first^\"Ben #1\"# second^\"2017\" # Title      | Ana;Ben #1;2017",
      "Ana #1^Ben#2^Ward 3                                      | Ana;Ben#2;Ward 3",
      "\"Ana \"Annie\" Díaz\"^\"Ben \\\"B\\\" Ode\"^\"0\"       | Ana Annie Díaz;Ben B Ode;0",
      "\"Ana\",\"A Party\"^\"Ben\",\"B Party\"^T                | Ana A Party;Ben B Party;T",
      "\"Ana\" \"A Party\"^\"Ben\" \"B Party\"                  | Ana A Party;Ben B Party;~~",
      "\"Ana\" \"Ben\"^\"T\"                                    | Ana;Ben;T",
      "\"Ana\"^\"Ben\"^\"T\"^\"the source\"^\"a comment\"       | Ana;Ben;T",
      "\"Ana\"^\"Ben\"^\"T\"^^As counted:^Ana: 4 votes^Ben: 3   | Ana;Ben;T",
      "~~                                                       | Candidate 1;Candidate 2;~~"})
  void readsNamesAndTitlesWithWhatStandsAroundThem(String names, String read) throws Exception {
    Election election = read("2 1^1 1 0^0^" + names.replace("~", ""));
    assertThat(election.candidate(1).name() + ";" + election.candidate(2).name() + ";" + election.title())
        .isEqualTo(read.replace("~", ""));
  }

  @Test
  void callsCandidatesByTheirShortNamesWhereThereAreNoOthers() throws Exception {
    assertThat(read("2 1^[nick ana ben]^1 ana 0^0^").candidates()).extracting(Candidate::name)
        .containsExactly("ana", "ben");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "Ana                                  | 5:1: 2 candidates, and 1 name",
      "Ana^Ben^Cleo^Title                   | 7:1: the file goes on after the names of 2 candidates and the title",
      "\"A\"^\"B\"^\"C\"^\"D\"^\"E\"^\"T\"  | 9:1: the file goes on after the names of 2 candidates and the title",
      "Ana /* one^Ben                       | 4:5: the comment that begins here is not closed by */",
      "Ana^\"\"^T                           | 5:1: a name has 1 to 500 characters"})
  void saysWhatIsWrongWithNames(String names, String defect) {
    assertThat(defect("2 1^1 1 0^0^" + names + "^")).isEqualTo(defect);
  }

  @Test
  void readsWhatWeWriteWithAllOnOneLine() throws Exception {
    var random = new Random(9);
    for (int time = 0; time < 300; time++) {
      var written = new StringWriter();
      Writers.blt(Elections.election(random), written);
      assertThat(again(written.toString().replace("\n", " "))).isEqualTo(written.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 1 -1 3 2 0 0 \"Ana, A.\" Ben", "2 1 [nick a b]^3 2 0^0^Ana^Ben",
      "/* a, b */ 2 1^3 2 0^0^Ana^Ben"})
  void knowsAFileWithoutNameByItsFirstLine(String file) throws Exception {
    assertThat(ElectionReader.read("-", bytes(file), CsvMapping.USUAL).ballots().papers()).isEqualTo(3);
  }

  private static String again(String file) throws BadFile, IOException {
    var written = new StringWriter();
    Writers.blt(read(file), written);
    return written.toString();
  }

  private static String defect(String file) {
    List<Defect> defects = catchThrowableOfType(BadFile.class, () -> read(file)).defects();
    return defects.getFirst().line() + ":" + defects.getFirst().column() + ": " + defects.getFirst().message();
  }

  private static Election read(String file) throws BadFile { return BltReader.read(bytes(file)); }

  private static byte[] bytes(String file) { return file.replace('^', '\n').getBytes(StandardCharsets.UTF_8); }
}
