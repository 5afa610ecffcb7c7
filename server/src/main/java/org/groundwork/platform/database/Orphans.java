// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers left over from a program that was killed. Only a process that runs a {@code postgres} and works in our data
 * directory is touched; the number in {@code postmaster.pid} alone proves nothing, since numbers are used again.
 */
final class Orphans {
  private static final Logger log = LoggerFactory.getLogger(Orphans.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Orphans() {}

  /** Returns when no server works on the data any more. The caller holds the home's lock. */
  static void stop(PostgresHome home) {
    try {
      if (!Files.exists(home.pidFile())) {
        return;
      }
      Optional<PidFile> file = PidFile.read(home.pidFile());
      List<Long> servers = servers(home.data());
      if (file.isPresent() && servers.contains(file.get().pid())) {
        log.warn("Stopping a PostgreSQL left over from an earlier run, process {}", file.get().pid());
        Programs.signal("INT", file.get().pid());
      }
      awaitNone(home, file.map(PidFile::pid).orElse(0L));
      if (file.isPresent() && ProcessHandle.of(file.get().pid()).isPresent()) {
        // The number belongs to a stranger now. PostgreSQL would take him for a server and refuse to start.
        Files.deleteIfExists(home.pidFile());
      }
    } catch (IOException e) {
      throw Failures.starting(home.directory(), "looking for a server left over", e);
    }
  }

  /** Also waits for the children of a server that was killed alone: they end by themselves, and until then may write. */
  private static void awaitNone(PostgresHome home, long pid) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    List<Long> left = servers(home.data());
    while (!left.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new DatabaseStartException(
            new StartRefusal.OrphanDoesNotStop(home.data(), left.contains(pid) ? pid : left.getFirst()));
      }
      pause();
      left = servers(home.data());
    }
  }

  /** Processes that run a program named postgres in the data directory. */
  private static List<Long> servers(Path data) throws IOException {
    List<Long> found = new ArrayList<>();
    if (!Files.isDirectory(data)) {
      return found;
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (worksIn(process, data)) {
          found.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    }
    return found;
  }

  private static boolean worksIn(Path process, Path data) {
    try {
      String program = Files.readSymbolicLink(process.resolve("exe")).toString();
      return (program.endsWith("/postgres") || program.endsWith("/postgres (deleted)"))
          && Files.readSymbolicLink(process.resolve("cwd")).equals(data);
    } catch (IOException e) {
      return false; // it ended meanwhile, or it is another user's: ours are always readable
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw Failures.interrupted("waiting for a server left over");
    }
  }
}
