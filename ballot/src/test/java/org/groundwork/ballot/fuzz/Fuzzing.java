// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for inputs that a reader neither reads nor refuses, with Jazzer, each reader in a program of its own. Not run with the
 * other tests, since what it finds is another thing each time:
 *
 * <pre>
 * mvn -pl ballot -am -Pfuzz test -Dtest=Fuzzing -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.seconds=600
 * </pre>
 *
 * With {@code -Dfuzz.keep=true} a few of the inputs, which together go every way that was found, are kept; one that fails is
 * kept in any case, and from then on fails {@link KeptInputsTest}, too, until the reader is mended.
 */
class Fuzzing {
  private static final String SECONDS = System.getProperty("fuzz.seconds", "60");
  /** So many inputs are kept at most when a reader was fuzzed. */
  private static final int MOST = 120;
  private static final String LONGEST = "4096";
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Target.class)
  void findsNothingThatIsNeitherReadNorRefused(Target target) throws Exception {
    Path found = Files.createDirectories(folder.resolve("found"));
    Path failed = Files.createDirectories(folder.resolve("failed"));
    var begin = new ArrayList<>(Corpus.seeds(target, folder));
    begin.addAll(Corpus.kept(target));
    for (int i = 0; i < begin.size(); i++) {
      Files.write(found.resolve("begin-" + i), begin.get(i));
    }
    Path log = folder.resolve("log.txt");
    int exit = jazzer(target, log, found.toString(), "-max_total_time=" + SECONDS, "-max_len=" + longest(begin),
        "-timeout=20", "-rss_limit_mb=3000", "-artifact_prefix=" + failed + "/");
    if (exit != 0) {
      Corpus.keep(target, failed, MOST);
    }
    assertThat(exit).as(() -> tail(log)).isZero();
    if (Boolean.getBoolean("fuzz.keep")) {
      Path least = Files.createDirectories(folder.resolve("least"));
      assertThat(jazzer(target, log, "-merge=1", "-max_len=" + longest(begin), least.toString(), found.toString()))
          .as(() -> tail(log))
          .isZero();
      Corpus.keep(target, least, MOST);
    }
  }

  private static String longest(List<byte[]> inputs) {
    return inputs.stream()
        .map(each -> Math.max(Integer.parseInt(LONGEST), each.length))
        .max(Integer::compare)
        .map(String::valueOf)
        .orElse(LONGEST);
  }

  private static int jazzer(Target target, Path log, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1500m",
        "--enable-native-access=ALL-UNNAMED", "-Dfuzz.target=" + target, "-cp", System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer", "--target_class=" + Fuzzed.class.getName(),
        "--instrumentation_includes=org.groundwork.ballot.**:tools.jackson.core.**",
        "--reproducer_path=" + log.getParent()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
