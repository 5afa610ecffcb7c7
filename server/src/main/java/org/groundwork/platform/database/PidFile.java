// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says about itself in {@code postmaster.pid} (PostgreSQL 18, {@code src/include/utils/pidfile.h}: line 1
 * process, line 4 port, line 8 state).
 *
 * @param port 0 as long as it is not written
 */
record PidFile(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  /** Empty when there is no file or it is not a number yet. */
  static Optional<PidFile> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return Optional.empty();
    }
    String port = line(lines, PORT_LINE);
    return Optional
        .of(new PidFile(Long.parseLong(lines.getFirst().strip()), port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
            line(lines, STATE_LINE).equals("ready")));
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
