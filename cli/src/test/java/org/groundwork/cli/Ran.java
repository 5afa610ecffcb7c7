// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a command ended, and what it said. */
record Ran(int exit, String out, String err) {
  /** Runs a command with something on its standard input, away from any terminal. */
  static Ran of(String input, String... args) {
    return of(input, false, args);
  }

  /** Runs a command with somebody at a terminal who types lines. */
  static Ran typed(String lines, String... args) {
    return of(lines, true, args);
  }

  private static Ran of(String input, boolean terminal, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int exit = Main.run(args, new Main.Streams(in, new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), terminal, false));
    return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
