// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script that pages load is made of the modules beside it and of nothing else, and the files of others are theirs. To
 * make it anew: {@code mvn -pl ballot test -Dtest=BundleTest -Dbooth.write=true}.
 */
class BundleTest {
  private static final Path SOURCE = Path.of("src/main/resources/org/groundwork/ballot/booth");

  @Test
  void isMadeOfItsModules() throws IOException {
    String made = Bundle.of(SOURCE);
    if (Boolean.getBoolean("booth.write")) {
      Files.writeString(SOURCE.resolve("booth.js"), made);
    }
    assertThat(Files.readString(SOURCE.resolve("booth.js")).equals(made))
        .as("booth.js is what the modules give; make it anew as BundleTest says")
        .isTrue();
  }

  @Test
  void noticesAChangedModule(@TempDir Path folder) throws IOException {
    copy(folder);
    Path module = folder.resolve("src/answers.js");
    Files.writeString(module, Files.readString(module).replace("chosen <= max", "chosen <= max + 1"));
    assertThat(Bundle.of(folder)).contains("chosen <= max + 1").isNotEqualTo(Bundle.of(SOURCE));
  }

  @Test
  void refusesAFormOfImportThatItDoesNotKnow(@TempDir Path folder) throws IOException {
    copy(folder);
    Path module = folder.resolve("src/packing.js");
    Files.writeString(module, "import pack from './other.js';\n" + Files.readString(module));
    assertThatThrownBy(() -> Bundle.of(folder)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("packing.js");
  }

  private static void copy(Path folder) throws IOException {
    for (Path file : files(SOURCE)) {
      Path to = folder.resolve(SOURCE.relativize(file).toString());
      Files.createDirectories(to.resolve("..").normalize());
      Files.copy(file, to);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void keepsTheFilesOfOthersAsTheyWereReleased() throws IOException, NoSuchAlgorithmException {
    Matcher line = Pattern.compile("(?m)^([0-9a-f]{64})  (vendor/\\S+)$")
        .matcher(Files.readString(SOURCE.resolve("ORIGIN.md")));
    var named = new TreeSet<String>();
    while (line.find()) {
      named.add(line.group(2));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(SOURCE.resolve(line.group(2))));
      assertThat(HexFormat.of().formatHex(hash)).as(line.group(2)).isEqualTo(line.group(1));
    }
    assertThat(files(SOURCE.resolve("vendor"))).extracting(each -> SOURCE.relativize(each).toString())
        .containsExactlyInAnyOrderElementsOf(named);
  }
}
