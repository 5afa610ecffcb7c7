// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of the system and of the server, with an environment that holds nothing of the caller's. */
final class Programs {
  private static final Duration SHORT = Duration.ofSeconds(10);

  private Programs() {}

  /** A builder without any PG… variable (they would redirect the server) and with messages in one language. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    environment.clear();
    environment.putAll(Map.of("PATH", path, "LC_ALL", "C", "TZ", "UTC"));
    return builder;
  }

  /** Whether the command exists and ends with status 0 within ten seconds. */
  static boolean succeeds(String... command) {
    try {
      Process process = builder(List.of(command)).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return finishes(process, SHORT) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // ProcessBuilder's way to say that there is no such program
    }
  }

  /** Runs the command, its output appended to {@code log}; false when it ends badly or not in time. */
  static boolean run(List<String> command, Path log, Duration limit) throws IOException {
    Process process = builder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    return finishes(process, limit) && process.exitValue() == 0;
  }

  /** Puts a tree on the disk before its name is given to it, so that a power cut leaves no empty programs behind. */
  static void flush(Path tree) throws IOException {
    if (!succeeds("sync", "-f", tree.toString()) && !succeeds("sync")) {
      throw new IOException("\"sync\" failed on " + tree);
    }
  }

  /** Sends a signal that Java has no name for: INT asks PostgreSQL to stop fast, QUIT at once. */
  static boolean signal(String name, long pid) {
    return succeeds("sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid));
  }

  private static boolean finishes(Process process, Duration limit) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      process.destroyForcibly();
      return false;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw Failures.interrupted("running " + process.info().command().orElse("a program"));
    }
  }
}
