// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies records on one thread, in a program of its own, since a program has one arithmetic; prints what was found, record
 * by record, with the verdict after it.
 */
final class VerifyAll {
  private VerifyAll() {}

  public static void main(String[] records) throws IOException {
    for (String record : records) {
      new Verification(Path.of(record), Optional.empty(), List.of(), 1).run(each -> System.out.println(each.line()),
          _ -> {});
      System.out.println(record);
    }
  }

  /** For each record the lines that are printed with an arithmetic. */
  static List<List<String>> with(String kernel, List<Path> records) throws Exception {
    return with(kernel, "512m", records);
  }

  /** The same with a heap of a size. */
  static List<List<String>> with(String kernel, String heap, List<Path> records) throws Exception {
    var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx" + heap,
        "--enable-native-access=ALL-UNNAMED", "-Dgroundwork.ballot.kernel=" + kernel, "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), VerifyAll.class.getName()));
    records.forEach(each -> command.add(each.toString()));
    Path errors = Files.createTempFile("errors", ".txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(errors));
    }
    Files.delete(errors);
    var all = new ArrayList<List<String>>();
    var lines = new ArrayList<String>();
    for (String line : printed.lines().toList()) {
      if (line.equals(records.get(all.size()).toString())) {
        all.add(List.copyOf(lines));
        lines.clear();
      } else {
        lines.add(line);
      }
    }
    return all;
  }
}
