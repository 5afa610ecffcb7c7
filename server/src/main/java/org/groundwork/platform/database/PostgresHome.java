// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The directory of one embedded server and the names in it. {@code directory} is absolute and has no symbolic links. */
record PostgresHome(Path directory) {
  private static final long LOG_LIMIT_BYTES = 5_000_000;
  private static final int TAIL_BYTES = 4_000;

  /** Creates the directory, readable by its owner only, if it is missing. An existing one is not changed. */
  static PostgresHome prepare(Path wanted) {
    Path absolute = wanted.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) {
        Path parent = absolute.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(absolute,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Path real = absolute.toRealPath();
      if (!Files.isWritable(real) || !Files.isExecutable(real)) {
        throw new DatabaseStartException(new StartRefusal.NotWritable(real, "no permission to write in it"));
      }
      return new PostgresHome(real);
    } catch (IOException e) {
      throw Failures.starting(absolute, "creating its directory", e);
    }
  }

  Path data() { return directory.resolve("data"); }

  /** Where a new cluster grows before it is moved to {@link #data}. */
  Path unfinishedData() {
    return directory.resolve("data.new");
  }

  Path password() { return directory.resolve("password"); }

  Path log() { return directory.resolve("postgres.log"); }

  Path lock() { return directory.resolve("lock"); }

  Path pidFile() { return data().resolve("postmaster.pid"); }

  /** Keeps the log bounded: past 5 MB it becomes {@code postgres.log.1} and replaces the one before. */
  void rotateLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
      Files.move(log(), directory.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines of the log, at most 4,000 bytes; empty when there is none. */
  String logTail() {
    try (var file = Files.newByteChannel(log())) {
      long from = Math.max(0, file.size() - TAIL_BYTES);
      file.position(from);
      byte[] end = Channels.newInputStream(file).readAllBytes();
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    } catch (FileSystemException e) {
      return "(no log: " + e.getMessage() + ")";
    } catch (IOException e) {
      return "(log not readable: " + e.getMessage() + ")";
    }
  }
}
