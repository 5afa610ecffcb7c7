// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCommandTest {
  private static final String HEADER = "bbl,corpnames,businessaddrs,owners\n";
  private static final String PAIR = """
    10,A LLC,9 PARK PLACE 11021,HeadOfficer=MARA QUILL
    2,"B, LLC",9 PARK PLACE 11021,HeadOfficer=MARA QUIL
    3,,,
    """;

  @TempDir
  private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String path(String name) { return folder.resolve(name).toString(); }

  @Test
  void writesTheThreeFiles() throws IOException {
    Ran ran = Ran.of("", "link", "--mapping", "hpd-buildings", "--networks", path("n.csv"), "--links", path("l.csv"),
        "--refused", path("r.csv"), file("in.csv", HEADER + PAIR));
    assertThat(ran.exit()).isEqualTo(0);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("3 sites, 2 networks, 2 links, 0 rows refused\n");
    assertThat(folder.resolve("n.csv")).hasContent("site,network\n10,10\n2,10\n3,3\n");
    assertThat(folder.resolve("l.csv")).hasContent("""
      site_a,site_b,kind,confidence,explanation
      10,2,address,0.800,Both are run from 9 PARK PLACE 11021.
      10,2,spelling,0.900,"MARA QUILL and MARA QUIL are one name but for a slip of the pen, and both are run from 9 PARK \
      PLACE 11021."
      """);
    assertThat(folder.resolve("r.csv")).hasContent("file,line,reason\n");
    assertThat(names()).containsExactly("in.csv", "l.csv", "n.csv", "r.csv");
  }

  private String[] names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }

  @Test
  void readsStandardInputAndWritesStandardOutput() {
    Ran ran = Ran.of(HEADER + PAIR, "link", "--mapping", "hpd-buildings", "--networks", "-", "-");
    assertThat(ran.exit()).isEqualTo(0);
    assertThat(ran.out()).isEqualTo("site,network\n10,10\n2,10\n3,3\n");
  }

  @Test
  void linksTheRestWhenRowsAndFilesAreBad() throws IOException {
    String bad = file("bad.csv", HEADER + ",,,\n" + PAIR);
    Ran ran = Ran.of("", "link", "--mapping", "hpd-buildings", "--networks", "-", "--refused", path("r.csv"),
        path("gone.csv"), bad);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("site,network\n10,10\n2,10\n3,3\n");
    assertThat(ran.err()).isEqualTo(path("gone.csv") + ":0:1: no such file\n" + bad
        + ":2:1: no value in column bbl\n3 sites, 2 networks, 2 links, 2 rows refused\n");
    assertThat(folder.resolve("r.csv")).hasContent(
        "file,line,reason\n" + bad + ",2,no value in column bbl\n" + path("gone.csv") + ",0,no such file\n");
  }

  @Test
  void tellsTwentyRefusalsAndCountsTheRest() throws IOException {
    Ran ran = Ran.of("", "link", "--mapping", "hpd-buildings", "--networks", path("n.csv"),
        file("bad.csv", HEADER + ",,,\n".repeat(25)));
    assertThat(ran.err().lines()).hasSize(22)
        .contains(path("bad.csv") + ": 5 more rows refused; --refused FILE lists them");
  }

  @Test
  void refusesAWrongCallAndWritesNothing() throws IOException {
    String in = file("in.csv", HEADER);
    assertThat(Ran.of("", "link", "--networks", path("n.csv"), in).exit()).isEqualTo(2);
    assertThat(Ran.of("", "link", "--mapping", "hpd-buildings", in).err())
        .isEqualTo("groundwork link: nothing to write: give --networks, --links or --refused\n");
    assertThat(Ran.of("", "link", "--mapping", "hpd-buildings", "--networks", "-", "--links", "-", in).exit())
        .isEqualTo(2);
    assertThat(Ran.of("", "link", "--mapping", "nowhere", "--networks", path("n.csv"), in).err())
        .isEqualTo("nowhere:0:1: is neither a readable file nor a built-in mapping (hpd-buildings, nyc-hpd)\n");
    assertThat(Ran.of("", "nonsense").exit()).isEqualTo(2);
    assertThat(Ran.of("").exit()).isEqualTo(2);
    assertThat(names()).containsExactly("in.csv");
  }

  @Test
  void pointsAtTheBadLineOfAMapping() throws IOException {
    String mapping = file("m.mapping", "name = m\nnonsense\n");
    Ran ran = Ran.of("", "link", "--mapping", mapping, "--networks", "-", file("in.csv", HEADER));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).isEqualTo(mapping + ":2:1: expected key = value\n");
  }

  @Test
  void leavesOldFilesAloneWhenItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("n.csv"), "old");
    Ran ran = Ran.of("", "link", "--mapping", "hpd-buildings", "--networks", path("n.csv"), "--links",
        path("nofolder/l.csv"), file("in.csv", HEADER + PAIR));
    assertThat(ran.exit()).isEqualTo(69);
    assertThat(ran.err()).contains("cannot write: " + path("nofolder") + ": no such file or folder");
    assertThat(folder.resolve("n.csv")).hasContent("old");
    assertThat(names()).containsExactly("in.csv", "n.csv");
  }

  @Test
  void explainsItself() {
    assertThat(Ran.of("", "--help").out()).contains("link").contains("Find which sites");
    assertThat(Ran.of("", "link", "--help").out()).contains("--mapping", "--networks", "--links", "--refused",
        "Exit codes");
  }
}
