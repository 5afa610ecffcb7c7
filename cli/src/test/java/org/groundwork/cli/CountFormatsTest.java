// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountFormatsTest {
  private static final String CSV = "papers;first;second\n3;Ben;Ana\n1;Ana;\n";
  private static final String ELECTED_BEN = "\"elected\":[{\"number\":2,\"name\":\"Ben\"}]";

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void countsEveryFormatInOneRun() throws IOException {
    Ran ran = Ran.of("", "count", "--rule", "irv", "--format", "json", "--mapping", file("m.txt", "weight = papers\n"),
        file("a.blt", "2 1\n3 2 1 0\n1 1 0\n0\nAna\nBen\n"), file("b.abif", "3:Ben>Ana\n1:Ana\n"), file("c.csv", CSV));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(Exit.GOOD);
    assertThat(ran.out().lines()).hasSize(3).allSatisfy(line -> assertThat(line).contains(ELECTED_BEN));
  }

  @Test
  void looksWhatStandardInputIs() {
    assertThat(Ran.of("3:Ben>Ana\n", "count", "--rule", "irv", "--format", "json", "-").out()).contains(ELECTED_BEN);
    assertThat(Ran.of("1st,2nd\nBen,Ana\n", "count", "--rule", "irv", "--format", "json", "-").out())
        .contains(ELECTED_BEN);
  }

  @Test
  void namesAFileThatIsNotThereOnce() {
    assertThat(Ran.of("", "count", "--rule", "irv", "nowhere.blt").err())
        .isEqualTo("nowhere.blt: no such file or folder\n");
  }

  @Test
  void saysWhereAFileOrAMappingIsWrong() throws IOException {
    String bad = file("bad.csv", "a,b\nX,Y,Z\n");
    Ran ran = Ran.of("", "count", "--rule", "irv", bad);
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.err()).isEqualTo(bad + ":2:5: the row has more cells than the header\n");
    String mapping = file("m.txt", "\nheader = maybe\n");
    ran = Ran.of("", "count", "--rule", "irv", "--mapping", mapping, bad);
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).isEqualTo(mapping + ":2:1: header is yes or no\n");
    assertThat(Ran.of("", "count", "--rule", "irv", "--mapping", folder + "/none", bad).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void saysThatAFolderIsNoFile() {
    Ran ran = Ran.of("", "count", "--rule", "irv", folder.toString());
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.err()).isEqualTo(folder + ": this is a folder, and a file is expected\n");
  }

  @Test
  void convertsToBltAndAbifAndBack() throws IOException {
    Ran abif = Ran.of("", "count", "--convert", "abif", "--seats", "2", "--withdrawn", "1",
        file("a.blt", "2 1\n3 2 1 0\n1 1 0\n0\nAna\nBen\nTitle\n"));
    assertThat(abif.exit()).isEqualTo(Exit.GOOD);
    assertThat(abif.out()).isEqualTo(
        "{title: \"Title\"}\n{seats: 2}\n{withdrawn: \"c1\"}\n=c1:[Ana]\n=c2:[Ben]\n3:c2>c1\n1:c1\n");
    assertThat(Ran.of(abif.out(), "count", "--convert", "blt", "-").out())
        .isEqualTo("2 2\n-1\n3 2 1 0\n1 1 0\n0\n\"Ana\"\n\"Ben\"\n\"Title\"\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "count --convert xml -             | --convert is blt or abif",
      "count --convert blt - x           | --convert is blt or abif",
      "count --convert blt --rule irv -  | --convert is blt or abif",
      "count -                           | --rule is missing"})
  void refusesWrongCalls(String line, String message) {
    Ran ran = Ran.of("", line.split(" "));
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains(message);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void refusesToConvertWhatIsWrong() {
    Ran ran = Ran.of("2 1\n1 3 0\n0\nA\nB\n", "count", "--convert", "abif", "-");
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.err()).startsWith("-:2:3: a candidate is expected here");
    assertThat(ran.out()).isEmpty();
  }
}
