// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Where the tests find real files, and how they read one. */
final class Project {
  private Project() {}

  static Path data(String file) {
    return Path.of(Objects.requireNonNull(System.getenv("GROUNDWORK_DATA"), "GROUNDWORK_DATA"))
        .resolve("accounting")
        .resolve(file);
  }

  static List<Statements.Whole> read(byte[] file) throws BadFile, IOException {
    var all = new Statements();
    StatementReader.read(new ByteArrayInputStream(file), all);
    return all.all();
  }

  static List<Statements.Whole> read(String file) throws BadFile, IOException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  static Line only(String file) throws BadFile, IOException {
    List<Line> lines = read(file).getFirst().lines();
    if (lines.size() != 1) {
      throw new AssertionError(lines);
    }
    return lines.getFirst();
  }

  static Defect defect(String file) throws IOException {
    try {
      read(file);
      throw new AssertionError("was read");
    } catch (BadFile bad) {
      return bad.defects().getFirst();
    }
  }
}
