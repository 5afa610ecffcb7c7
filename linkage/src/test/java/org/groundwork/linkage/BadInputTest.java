// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadInputTest {
  private static final String GOOD = "7,,9 PARK PLACE 11021,HeadOfficer=MARA QUILL\n";

  @Test
  void refusesAMillionCharacterFieldAndKeepsTheRest() {
    Linked linked = Linked.of("hpd-buildings",
        Linked.HEADER + "1,," + "x".repeat(1_000_000) + ",\n2,,\"" + "y, ".repeat(400_000) + "\",\n" + GOOD);
    assertThat(linked.refusals()).containsExactly("file1:2:4: field 3 is longer than 65536 bytes",
        "file1:3:4: field 3 is longer than 65536 bytes");
    assertThat(sites(linked)).containsExactly("7");
  }

  @Test
  void refusesARowOfAGigabyteInBoundedMemory() {
    InputStream endless = new InputStream() {
      private long left = 1_000_000_000L;

      @Override
      public int read() { return left-- > 0 ? 'x' : -1; }

      @Override
      public int read(byte[] into, int from, int most) {
        if (left <= 0) {
          return -1;
        }
        int n = (int) Math.min(most, left);
        java.util.Arrays.fill(into, from, from + n, (byte) 'x');
        left -= n;
        return n;
      }
    };
    byte[] head = (Linked.HEADER + "1,,").getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    var parts = new java.io.SequenceInputStream(java.util.Collections.enumeration(List.of(
        new java.io.ByteArrayInputStream(head), endless, new java.io.ByteArrayInputStream(tail))));
    Linked linked = Linked.of(Linked.mapping("hpd-buildings"), List.of(new Source("big", () -> parts)), Verdicts.NONE);
    assertThat(linked.refusals()).containsExactly("big:2:1: the row is longer than 2097152 bytes");
    assertThat(sites(linked)).containsExactly("7");
  }

  @Test
  void refusesTheLineWhoseQuoteDoesNotCloseAndReadsOn() {
    Linked linked = Linked.of("hpd-buildings", Linked.HEADER + "1,\"A LLC,,\n2,,,\n" + GOOD);
    assertThat(linked.refusals()).containsExactly("file1:2:1: a quote opens in this line and does not close");
    assertThat(sites(linked)).containsExactly("2", "7");
  }

  @Test
  void readsOnAfterAnUnclosedQuoteInALongFile() {
    var rows = new StringBuilder(Linked.HEADER).append("1,\"A LLC,,\n");
    for (int i = 0; i < 50_000; i++) {
      rows.append(100_000 + i).append(",,,HeadOfficer=X Y\n");
    }
    Linked linked = Linked.of("hpd-buildings", rows.toString());
    assertThat(linked.refused()).hasSize(1);
    assertThat(sites(linked)).hasSize(50_000);
  }

  @Test
  void keepsQuotedCommasQuotesAndLineBreaks() {
    var sites = new ArrayList<Site>();
    Register.read(Linked.mapping("hpd-buildings"),
        Linked.sources(Linked.HEADER + "1,\"A, \"\"B\"\"\nC LLC\",,\r\n2,,,\r\n"),
        Linked.sink(sites, new ArrayList<>()));
    assertThat(sites.getFirst().parties()).extracting(Party::name).containsExactly("A, \"B\"\nC LLC");
    assertThat(sites).extracting(Site::id).containsExactly("1", "2");
  }

  @Test
  void countsLinesInsideQuotesForThePlaceOfALaterRefusal() {
    Linked linked = Linked.of("hpd-buildings", Linked.HEADER + "1,\"A\nB\",,\n,,,\n");
    assertThat(linked.refusals()).containsExactly("file1:4:1: no value in column bbl");
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    Linked linked = Linked.of("hpd-buildings", "bbl,owners\n1,x\n", Linked.HEADER + GOOD);
    assertThat(linked.refusals())
        .containsExactly("file1:1:1: columns missing for table buildings: businessaddrs, corpnames");
    assertThat(sites(linked)).containsExactly("7");
  }

  @Test
  void refusesRowsOfTheWrongWidth() {
    Linked linked = Linked.ofBuildings("1,,", "2,,,,", "3,,,");
    assertThat(linked.refusals()).containsExactly("file1:2:1: the row has 3 fields, the header has 4",
        "file1:3:1: the row has 5 fields, the header has 4");
  }

  @Test
  void refusesADuplicateRowAndNamesTheFirst() {
    Linked linked = Linked.of("hpd-buildings", Linked.HEADER + GOOD, Linked.HEADER + "2,,,\n" + GOOD);
    assertThat(linked.refusals()).containsExactly("file2:3:1: the same row as file1 line 2");
    assertThat(sites(linked)).containsExactly("2", "7");
  }

  @Test
  void refusesLatin1WhereUtf8IsExpectedAndSaysWhatToDo() {
    byte[] bytes = (Linked.HEADER + "1,JOSÉ LLC,,\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);
    Linked linked = Linked.of(Linked.mapping("hpd-buildings"), List.of(Linked.source("latin", bytes)), Verdicts.NONE);
    assertThat(linked.refusals()).containsExactly("latin:2:3: field 2 is not UTF-8 text; if the file is in another"
        + " encoding, name it in the mapping (encoding = ISO-8859-1)");
    assertThat(sites(linked)).containsExactly("7");
  }

  @Test
  void readsUtf16AndUtf8ByTheirByteOrderMarks() {
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_8)) {
      byte[] bytes = ('\uFEFF' + Linked.HEADER + "1,JOSÉ LLC,,HeadOfficer=\uD83D\uDE00 X\n").getBytes(charset);
      Linked linked = Linked.of(Linked.mapping("hpd-buildings"), List.of(Linked.source("f", bytes)), Verdicts.NONE);
      assertThat(linked.refusals()).isEmpty();
      assertThat(sites(linked)).containsExactly("1");
    }
  }

  @Test
  void refusesUtf16WithoutAMark() {
    byte[] bytes = (Linked.HEADER + GOOD).getBytes(StandardCharsets.UTF_16LE);
    Linked linked = Linked.of(Linked.mapping("hpd-buildings"), List.of(Linked.source("f", bytes)), Verdicts.NONE);
    assertThat(linked.refusals()).containsExactly(
        "f:1:1: the header holds NUL bytes: this is no text, or UTF-16 without a byte order mark");
  }

  @Test
  void refusesNulBytesInARow() {
    Linked linked = Linked.of("hpd-buildings", Linked.HEADER + "1,A\0B,,\n" + GOOD);
    assertThat(linked.refusals()).containsExactly("file1:2:1: the row holds NUL bytes");
  }

  @Test
  void refusesAnEmptyFileAndOneThatIsNotThere() {
    var gone = new Source("gone", () -> {
      throw new java.nio.file.NoSuchFileException("gone");
    });
    var sources = new ArrayList<>(Linked.sources("", "\n\n", Linked.HEADER));
    sources.add(gone);
    Linked linked = Linked.of(Linked.mapping("hpd-buildings"), sources, Verdicts.NONE);
    assertThat(linked.refusals()).containsExactly("file1:1:1: the file is empty", "file2:1:1: the file is empty",
        "gone:0:1: no such file");
  }

  @Test
  void saysWhenAFileBreaksInTheMiddle() {
    var head = new java.io.ByteArrayInputStream((Linked.HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
    var broken = new java.io.SequenceInputStream(head, new InputStream() {
      @Override
      public int read() throws IOException { throw new IOException("disk on fire"); }

      @Override
      public int read(byte[] into, int from, int most) throws IOException { throw new IOException("disk on fire"); }
    });
    Linked linked = Linked.of(Linked.mapping("hpd-buildings"), List.of(new Source("f", () -> broken)), Verdicts.NONE);
    assertThat(linked.refusals()).containsExactly("f:0:1: cannot be read: disk on fire");
  }

  @Test
  void refusesDatesAndNumbersThatAreNone() {
    Linked linked = Linked.of("hpd-buildings", """
      bbl,corpnames,businessaddrs,owners,registrationenddate,unitsres
      1,,,,2020-13-01,
      2,,,,,minus
      3,,,,,-4
      4,,,,2020-09-01,"1,204"
      5,,,,,1e999999999
      """);
    assertThat(linked.refusals()).containsExactly(
        "file1:2:6: column registrationenddate is not a date of the form yyyy-mm-dd",
        "file1:3:7: column unitsres is not a whole number of zero or more",
        "file1:4:7: column unitsres is not a whole number of zero or more",
        "file1:6:7: column unitsres is not a whole number of zero or more");
    assertThat(sites(linked)).containsExactly("4");
  }

  @Test
  void boundsTheValuesOfAField() {
    Linked linked = Linked.ofBuildings("1,,," + "Officer=A B | ".repeat(501), "2,,,HeadOfficer=" + "z".repeat(500),
        "x".repeat(201) + ",,,");
    assertThat(linked.refusals()).containsExactly("file1:2:5: column owners holds more than 500 values",
        "file1:3:5: a value in column owners is longer than 500 characters",
        "file1:4:1: column bbl is longer than 200 characters");
  }

  private static List<String> sites(Linked linked) {
    return linked.linkage().networks().stream().flatMap(n -> n.sites().stream()).toList();
  }
}
