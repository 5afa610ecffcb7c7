// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns what the operating system and the server say into reasons. */
final class Failures {
  private static final String NO_SPACE = "No space left on device";

  private Failures() {}

  /** A file could not be made or written while {@code step} was under way. */
  static DatabaseStartException starting(Path home, String step, IOException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains(NO_SPACE)) {
      return new DatabaseStartException(new StartRefusal.DiskFull(home), e);
    }
    if (e instanceof FileSystemException file) {
      return new DatabaseStartException(new StartRefusal.NotWritable(home, describe(file)), e);
    }
    return new DatabaseStartException(new StartRefusal.ServerFailed(step, said), e);
  }

  /** A program of the server's ended badly; its log tells why. */
  static DatabaseStartException ofProgram(PostgresHome home, String step) {
    String tail = home.logTail();
    return new DatabaseStartException(tail.contains(NO_SPACE)
        ? new StartRefusal.DiskFull(home.directory())
        : new StartRefusal.ServerFailed(step, "the end of " + home.log() + " says:\n" + tail));
  }

  static DatabaseStartException interrupted(String step) {
    Thread.currentThread().interrupt();
    return new DatabaseStartException(new StartRefusal.ServerFailed(step, "the start was interrupted"));
  }

  private static String describe(FileSystemException e) {
    String reason = e.getReason();
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getFile()
        + (reason == null ? "" : " (" + reason + ")");
  }
}
