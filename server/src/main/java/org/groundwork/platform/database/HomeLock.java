// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to a home. The operating system takes the lock back however the process ends, so a stale lock
 * cannot exist. The file also says who holds it: process number on the first line, address on the second.
 */
final class HomeLock implements AutoCloseable {
  /** Homes of this JVM. Closing any channel on a file gives up all of a process's locks on it, so no second is opened. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the home or refuses with the holder's process number; nothing in the home is touched on refusal. */
  static HomeLock take(PostgresHome home, String address) {
    Path file = home.lock();
    if (!HELD.add(file)) {
      throw refused(home);
    }
    try {
      HomeLock lock = takeFile(home, address);
      if (lock != null) {
        return lock;
      }
    } catch (IOException e) {
      HELD.remove(file);
      throw Failures.starting(home.directory(), "taking its lock", e);
    }
    HELD.remove(file);
    throw refused(home);
  }

  private static @Nullable HomeLock takeFile(PostgresHome home, String address) throws IOException {
    FileChannel channel = FileChannel.open(home.lock(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return null;
      }
      byte[] text = (ProcessHandle.current().pid() + "\n" + address + "\n").getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text));
      return new HomeLock(home.lock(), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Reads the file of another holder. Our own process's is never opened: see {@link #HELD}. */
  private static DatabaseStartException refused(PostgresHome home) {
    if (HELD.contains(home.lock())) {
      return new DatabaseStartException(
          new StartRefusal.AlreadyRunning(home.directory(), ProcessHandle.current().pid(), ""));
    }
    try {
      List<String> lines = Files.readAllLines(home.lock());
      long pid = lines.isEmpty() || !lines.getFirst().matches("\\d{1,18}") ? 0 : Long.parseLong(lines.getFirst());
      String address = lines.size() < 2 ? "" : lines.get(1);
      return new DatabaseStartException(new StartRefusal.AlreadyRunning(home.directory(), pid, address));
    } catch (IOException e) {
      return Failures.starting(home.directory(), "reading its lock", e);
    }
  }

  /** Gives the home back. The file stays: deleting it would let two processes lock two files of one name. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(file);
    }
  }
}
