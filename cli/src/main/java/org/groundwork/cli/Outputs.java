// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files that are written whole or not at all: each beside its place first, then renamed, all together. */
final class Outputs {
  /** Writes the content. */
  @FunctionalInterface
  interface Content {
    void write(Writer to) throws IOException;
  }

  private final PrintStream standard;
  private final Map<Path, Content> contents = new LinkedHashMap<>();

  Outputs(PrintStream standard) { this.standard = standard; }

  void add(Optional<Path> to, Content content) { to.ifPresent(path -> contents.put(path, content)); }

  void write() throws IOException {
    var written = new LinkedHashMap<Path, Path>();
    try {
      for (var entry : contents.entrySet()) {
        if (entry.getKey().toString().equals("-")) {
          writeStandard(entry.getValue());
        } else {
          Path aside = aside(entry.getKey());
          written.put(aside, entry.getKey());
          writeFile(aside, entry.getValue());
        }
      }
      for (var entry : written.entrySet()) {
        move(entry.getKey(), entry.getValue());
      }
    } finally {
      for (Path aside : written.keySet()) {
        Files.deleteIfExists(aside);
      }
    }
  }

  private void writeStandard(Content content) throws IOException {
    var to = new BufferedWriter(new OutputStreamWriter(standard, StandardCharsets.UTF_8), 1 << 16);
    content.write(to);
    to.flush();
    if (standard.checkError()) {
      throw new IOException("standard output is closed");
    }
  }

  private static Path aside(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    return folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  private static void writeFile(Path aside, Content content) throws IOException {
    try (var to = new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(aside), StandardCharsets.UTF_8.newEncoder()), 1 << 16)) {
      content.write(to);
    }
  }

  private static void move(Path aside, Path target) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A device such as /dev/null cannot be replaced.
      Files.copy(aside, Files.newOutputStream(target));
      return;
    }
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
