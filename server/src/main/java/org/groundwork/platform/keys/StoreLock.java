// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One writer at a time, among the threads of this process and among processes. */
final class StoreLock {

  /** A file lock belongs to the whole process, so its threads queue here first. */
  private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock threads;

  /** @param file in a directory that exists */
  StoreLock(Path file) {
    this.file = file;
    this.threads = IN_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
  }

  /** Runs the work while nobody else holds the lock. Not to be nested. */
  <T> T holding(Supplier<T> work) {
    var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    threads.lock();
    try (var channel = FileChannel.open(file, Set.of(CREATE, WRITE), onlyOwner);
        var held = channel.lock()) {
      if (!held.isValid())
        throw new IllegalStateException("the lock was lost at once");
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.unlock();
    }
  }
}
