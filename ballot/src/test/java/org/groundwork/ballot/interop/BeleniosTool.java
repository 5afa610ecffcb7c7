// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code belenios-tool} 2.0, with an election's files in a folder of its own. */
final class BeleniosTool {
  private final Path folder;
  private int outputs;

  BeleniosTool(Path folder) throws IOException { this.folder = Files.createDirectories(folder); }

  /** What it says, however it ends. */
  record Said(int status, String text) {}

  /** Runs a command, given the text on its standard input; what it says of itself follows what it says. */
  Said run(String input, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("belenios-tool"));
    command.addAll(List.of(words));
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out" + outputs++);
    int status = new ProcessBuilder(command).directory(folder.toFile())
        .redirectInput(in.toFile())
        .redirectOutput(out.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start()
        .waitFor();
    String text = Files.readString(out);
    Files.delete(out);
    return new Said(status, status == 0 ? text : text + Files.readString(folder.resolve("err")));
  }

  /** What a command prints that has to succeed. */
  String done(String input, String... words) throws IOException, InterruptedException {
    Said said = run(input, words);
    assertThat(said.status()).as("%s: %s", List.of(words), said.text()).isZero();
    return said.text();
  }

  /** Expects that it finds a record right. */
  void verifies(Path record) throws IOException, InterruptedException {
    clear();
    Files.copy(record, folder.resolve(record.getFileName()));
    done("", "election", "verify");
  }

  /** Expects that it does not, and says so. */
  String refuses(Path record) throws IOException, InterruptedException {
    clear();
    Files.copy(record, folder.resolve(record.getFileName()));
    Said said = run("", "election", "verify");
    assertThat(said.status()).as(said.text()).isNotZero();
    return said.text();
  }

  private void clear() throws IOException {
    for (Path each : files(".bel")) {
      Files.delete(each);
    }
  }

  /** Files with an ending, in the order of their names. */
  List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** A file's name without its ending. */
  static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  /** The record, of which there is one. */
  Path record() throws IOException { return files(".bel").getFirst(); }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  String read(String name) throws IOException { return Files.readString(folder.resolve(name)); }

  /** Adds an event to the record, with the texts on which it rests. */
  void event(String type, String input) throws IOException, InterruptedException {
    done(input, "archive", "add-event", "--type", type);
  }
}
