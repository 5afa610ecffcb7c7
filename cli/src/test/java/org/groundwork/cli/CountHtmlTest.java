// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountHtmlTest {
  private static final String BALLOTS = "3 1\n4 1 0\n3 2 3 0\n2 3 2 0\n0\nAna\nBen\nCleo\nOffice\n";

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private String path(String name) { return folder.resolve(name).toString(); }

  private List<String> names(String in) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(in))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesOneFileBesideTheTextReport() throws IOException {
    Files.writeString(folder.resolve("out.html"), "of yesterday");
    Ran ran = Ran.of("", "count", "--rule", "irv", "--html", path("out.html"), file("a.blt", BALLOTS));
    assertThat(ran.exit()).isEqualTo(Exit.GOOD);
    assertThat(ran.out()).startsWith("Office\n").contains("Ben is elected");
    assertThat(ran.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("out.html"))).startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .contains("What happened to <bdi>Cleo</bdi>");
    assertThat(names("")).containsExactly("a.blt", "out.html");
  }

  @Test
  void writesSeveralIntoAFolderAndNumbersNamesThatAreTaken() throws IOException {
    Ran ran = Ran.of(BALLOTS, "count", "--rule", "irv", "--format", "json", "--html", path("new/reports"),
        file("a/ward.blt", BALLOTS), file("b/Ward.blt", BALLOTS.replace("Office", "Another")),
        file("c/bad.blt", "nothing"), file("d/ward.2.blt", BALLOTS), "-");
    assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ran.out().lines()).hasSize(4).allMatch(line -> line.startsWith("{"));
    assertThat(names("new/reports"))
        .containsExactly("Ward-2.html", "standard-input.html", "ward.2.html", "ward.html");
    assertThat(folder.resolve("new/reports/Ward-2.html")).content().contains("<title>Another – count</title>");
    assertThat(folder.resolve("new/reports/ward.html")).content().contains("<title>Office – count</title>");
  }

  @Test
  void saysWhenAReportCannotBeWrittenAndStillCounts() throws IOException {
    String ballots = file("a.blt", BALLOTS);
    Ran ran = Ran.of("", "count", "--rule", "irv", "--html", path("missing/out.html"), ballots);
    assertThat(ran.exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(ran.out()).contains("Elected:\n  1. Ben");
    assertThat(ran.err()).isEqualTo("groundwork count: the report of " + ballots + " is not written: "
        + path("missing") + ": no such file or folder\n");
  }

  @Test
  void aFolderIsNoFileAndAFileIsNoFolder() throws IOException {
    String ballots = file("a.blt", BALLOTS);
    Ran one = Ran.of("", "count", "--rule", "irv", "--html", folder.toString(), ballots);
    assertThat(one.exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(one.err()).contains("the report of " + ballots + " is not written: ");
    Ran several = Ran.of("", "count", "--rule", "irv", "--html", ballots, ballots, ballots);
    assertThat(several.exit()).isEqualTo(Exit.UNAVAILABLE);
    assertThat(several.out().split("Elected:", -1)).hasSize(3);
    assertThat(several.err().lines()).singleElement().asString().endsWith(ballots + " is a file, not a folder");
    assertThat(folder.resolve("a.blt")).hasContent(BALLOTS);
    assertThat(names("")).containsExactly("a.blt");
  }

  @Test
  void reportsTheSeatsThatWereAskedFor() throws IOException {
    String ballots = file("a.blt", BALLOTS);
    Ran ran = Ran.of("", "count", "--rule", "scottish", "--seats", "2", "--html", path("out.html"), ballots);
    assertThat(ran.exit()).isEqualTo(Exit.GOOD);
    assertThat(ran.out()).contains("2 seats");
    assertThat(Files.readString(folder.resolve("out.html"))).contains("<dt>seats</dt><dd>2</dd>");
    assertThat(Ran.of("", "count", "--rule", "scottish", "--seats", "0", ballots).err())
        .contains("--seats is at least 1");
  }

  @Test
  void doesNotMixTheReportWithItsOutput() throws IOException {
    Ran ran = Ran.of("", "count", "--rule", "irv", "--html", "-", file("a.blt", BALLOTS));
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("--html is a file or a folder");
  }
}
