// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: an election, or places within it that are wrong, soon. */
@Timeout(30)
class DamagedFilesTest {
  private static final String CSV = "id,n,1st,2nd,3rd\r\n1,2,\"Ana, A.\",Ben,\r\n2,1,Zoë,x,Ana|Ben\r\n3,9,,Ben,\"two\nlines\"\r\n";
  private static final String COLUMNS = "Ana,Ben,Zoë\n1,2,3\n,1,1\n3,,\n";
  private static final String BLT = "3 2\n-2\n(a) 1 2=3 - 1 0\n7 1 0 # seven\n4 0\n0\n\"Ana\"\n\"Ben\"\nZoë\n\"Title\"\n";
  private static final String FREE = "4 2 -2 3 1 3 4 0\n4 1 (3 4) 0 2 4\n1 3 0 5.0 2 0\n1 0 0 \"Ana\" \"Ben\"\n\"Cleo\" Dan \"T\" #\n";
  private static final String BARE = "3 1,\n12 1\n7,3,2,\n(b) 1 2=3\n5\n\"Candidate 1\",\"Ana\",\"A\",\nBen\nCleo\nT\n";
  private static final String DROOP = "3 1 /* x */ [nick a b c]\n[withdrawn b] -3 [droop dp=6]\n/* 1\n*/ 2 a b=c 0\n1 c 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n.";
  private static final String ABIF = "{title: \"T\"}\n{withdrawn: \"B\"}\n=A:[Ana A.]\n5: A/3, B/2 > \"C d\"\n2*B=A\n9:\n";

  @ParameterizedTest
  @ValueSource(strings = {"blt", "free", "bare", "droop", "abif", "csv", "columns"})
  void isReadOrRefusedWithPlacesInTheFile(String kind) throws Exception {
    var random = new Random(kind.hashCode());
    int read = 0;
    int refused = 0;
    while (read + refused < 2_000) {
      byte[] file = damaged(whole(kind, random), random);
      try {
        assertThat(read(kind, file).ballots().papers()).isNotNegative();
        read++;
      } catch (BadFile bad) {
        placed(bad, file);
        refused++;
      } catch (RuntimeException | StackOverflowError other) {
        fail(kind + ": " + Arrays.toString(file), other);
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"blt", "abif", "csv", "columns"})
  void saysWhatAFileIsThatIsNoText(String kind) throws IOException {
    assertThatThrownBy(() -> read(kind, zipped("3 1\n"))).isInstanceOf(BadFile.class).hasMessageContaining("gzip");
    assertThatThrownBy(() -> read(kind, "PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("spreadsheet");
    assertThatThrownBy(() -> read(kind, "\uFEFF3 1\n".getBytes(StandardCharsets.UTF_16LE))).isInstanceOf(BadFile.class)
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> read(kind, "\uFEFF3 1\n".getBytes(StandardCharsets.UTF_16BE))).isInstanceOf(BadFile.class)
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> read(kind, "3 1\n".getBytes(StandardCharsets.UTF_16LE))).isInstanceOf(BadFile.class)
        .hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> read(kind, new byte[100])).isInstanceOf(BadFile.class).hasMessageContaining("a byte 0");
    assertThatThrownBy(() -> read(kind, new byte[0])).isInstanceOf(BadFile.class);
    assertThatThrownBy(() -> read(kind, "\uFEFF".getBytes(StandardCharsets.UTF_8))).isInstanceOf(BadFile.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blt", "free", "bare", "droop", "abif", "csv", "columns"})
  void refusesEndlessLinesSoon(String kind) throws IOException {
    for (String piece : List.of("x", "1 ", "\"", "\"\"", ",", "[", "1:", "A>", "A=", "A,", "#", "\n", "\r", "\u00e4",
        "0", "-1 ", "1=",
        "(", "a\n", "\"a\",\n", "{", " ", "/*", "*/", "-", "[a ", "1 0 ", "1\n", "0\n", "1 (2=3) ", "(2 ")) {
      String endless = piece.repeat(60_000 / piece.length());
      for (String file : List.of(endless, whole(kind, new Random(1)) + endless, "1 1\n" + endless,
          "2 1\n0\n" + endless)) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        try {
          assertThat(read(kind, bytes).candidates()).isNotEmpty();
        } catch (BadFile bad) {
          assertThat(bad.defects()).hasSizeBetween(1, BadFile.MOST_DEFECTS);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"blt", "abif", "csv", "columns"})
  void refusesALineOfTenMegabytes(String kind) {
    byte[] file = ("3 1\n" + "1 ".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(kind, file)).isInstanceOf(BadFile.class);
  }

  @ParameterizedTest
  @CsvSource({"blt, the number of candidates", "abif, more than 2000 candidates", "columns, more than 2000 candidates",
      "csv, more than 2000 candidates"})
  void refusesAHundredThousandCandidates(String kind, String message) {
    var many = new StringBuilder();
    for (int candidate = 0; candidate < 100_000; candidate++) {
      switch (kind) {
        case "blt" -> many.append(candidate == 0 ? "100000 1\n" : "");
        case "abif" -> many.append("=c" + candidate + ":x\n");
        case "columns" -> many.append(candidate == 0 ? "" : candidate < 16_000 ? "," : "\n").append(candidate);
        default -> many.append(candidate == 0 ? "id,n,1st,2nd,3rd\n" : "0,1,c" + candidate + "\n");
      }
    }
    assertThatThrownBy(() -> read(kind, many.toString().getBytes(StandardCharsets.UTF_8))).isInstanceOf(BadFile.class)
        .hasMessageContaining(message);
  }

  @Test
  void readsTheSameInPartsAsInOne() throws Exception {
    var random = new Random(5);
    var lines = new ArrayList<String>();
    for (int line = 0; line < 100_000; line++) {
      lines.add(1 + random.nextInt(9) + " " + (1 + random.nextInt(3)) + (line % 7 == 0 ? " - 2=3" : " 2  1") + " 0\n");
    }
    String file = "3 2\n" + String.join("", lines) + "0\n\"Ana\"\n\"Ben\"\n\"Cleo\"\n\"\"\n";
    assertThat(file.length()).isGreaterThan(1 << 20);
    var written = new StringWriter();
    Writers.blt(BltReader.read(file.getBytes(StandardCharsets.UTF_8)), written);
    assertThat(written.toString().equals(file.replace("  ", " "))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40_000, 99_999})
  void saysTheLineOfADefectInALargeFile(int line) {
    var lines = new ArrayList<>(Collections.nCopies(100_000, "1 2 3 1 2 0\n"));
    lines.set(line - 2, "1 2 7 0\n");
    String file = "3 2\n" + String.join("", lines) + "0\nAna\nBen\n\nCleo\nTitle\nmore\n";
    assertThat(defect(file)).extracting(Defect::line, Defect::column).containsExactly(line, 5);
    assertThat(defect(file.replace(" 7 ", " 3 "))).extracting(Defect::line, Defect::column).containsExactly(100_008, 1);
  }

  @Test
  void readsALargeFileOfNamedPapers() throws Exception {
    var file = new StringBuilder("3 2\n");
    for (int paper = 0; paper < 100_000; paper++) {
      file.append("(").append(paper).append(") 1 3 2 0\n");
    }
    Ballots read = BltReader.read(file.append("0\nA\nB\nC\n").toString().getBytes(StandardCharsets.UTF_8)).ballots();
    assertThat(read.papers()).isEqualTo(100_000);
    assertThat(read.ranks(99_999)).isEqualTo(List.of(List.of(3), List.of(2)));
  }

  private static Defect defect(String file) {
    try {
      BltReader.read(file.getBytes(StandardCharsets.UTF_8));
      throw new AssertionError("was read");
    } catch (BadFile bad) {
      return bad.defects().getFirst();
    }
  }

  private static void placed(BadFile bad, byte[] file) {
    String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1);
    assertThat(bad.defects()).isNotEmpty().allSatisfy(defect -> {
      assertThat(defect.line()).isBetween(1, lines.length);
      assertThat(defect.column()).isPositive();
      assertThat(defect.message()).isNotBlank();
    });
    for (Defect defect : bad.defects()) {
      assertThat(defect.column()).isLessThanOrEqualTo(file.length + 1);
    }
  }

  private static Election read(String kind, byte[] file) throws BadFile {
    return switch (kind) {
      case "blt", "free", "bare", "droop" -> BltReader.read(file);
      case "abif" -> AbifReader.read(file);
      case "columns" -> CsvReader.read(file, mapping("shape = candidates"));
      default -> CsvReader.read(file,
          mapping("first = 3\nweight = n\nskipped = x\nseveral = |\novervote = y\nwrite-in = Ben"));
    };
  }

  private static CsvMapping mapping(String text) throws BadFile {
    return CsvMapping.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String whole(String kind, Random random) throws IOException {
    var to = new StringWriter();
    boolean generated = random.nextBoolean();
    switch (kind) {
      case "blt" -> {
        if (generated) {
          Writers.blt(Elections.election(random), to);
        } else {
          to.write(BLT);
        }
      }
      case "abif" -> {
        if (generated) {
          Writers.abif(Elections.election(random), to);
        } else {
          to.write(ABIF);
        }
      }
      case "free" -> to.write(FREE);
      case "bare" -> to.write(BARE);
      case "droop" -> to.write(DROOP);
      case "columns" -> to.write(COLUMNS);
      default -> to.write(CSV);
    }
    return to.toString();
  }

  /** The file with bytes flipped, cut, or lines swapped or doubled; once or a few times. */
  private static byte[] damaged(String whole, Random random) {
    byte[] file = whole.getBytes(StandardCharsets.UTF_8);
    for (int times = 1 + random.nextInt(3); times > 0 && file.length > 0; times--) {
      file = switch (random.nextInt(5)) {
        case 0 -> flipped(file, random, 1 << random.nextInt(8));
        case 1 -> {
          byte[] other = file.clone();
          other[random.nextInt(file.length)] = (byte) " \n\r\t\",;:=>-/[]{}#()|0179A\0".charAt(random.nextInt(25));
          yield other;
        }
        case 2 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
        case 3 -> lines(file, random, true);
        default -> lines(file, random, false);
      };
    }
    return file;
  }

  private static byte[] flipped(byte[] file, Random random, int bit) {
    byte[] other = file.clone();
    other[random.nextInt(file.length)] ^= (byte) bit;
    return other;
  }

  private static byte[] lines(byte[] file, Random random, boolean swap) {
    var lines = new ArrayList<>(List.of(new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)")));
    if (swap) {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    } else {
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    }
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] zipped(String text) throws IOException {
    var to = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(to)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return to.toByteArray();
  }
}
