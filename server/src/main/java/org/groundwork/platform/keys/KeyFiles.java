// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files that nobody but the owner may touch, written whole or not at all. */
final class KeyFiles {

  private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final int LARGEST = 16 << 20;

  /** What changes when a file is replaced. */
  record Stamp(Object file, long modifiedNanos, long size) {}

  private KeyFiles() {}

  static void makeDirectory(Path directory) {
    try {
      if (!Files.isDirectory(directory))
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
      requirePrivate(directory);
    } catch (UnsupportedOperationException e) {
      throw new KeyRefusal(new KeyRefusal.NoPermissions(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content, or empty if there is no such file. Refuses a file that others may read or change. */
  static Optional<byte[]> read(Path file) {
    try {
      if (Files.notExists(file))
        return Optional.empty();
      requirePrivate(file);
      if (Files.size(file) > LARGEST)
        throw new KeyRefusal(new KeyRefusal.Damaged(file));
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the content; after a crash the file holds the old or the new content, whole. */
  static void write(Path file, byte[] content) {
    Path directory = Objects.requireNonNull(file.getParent());
    Path draft = directory.resolve(".draft-" + UUID.randomUUID());
    try {
      try (var out = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(FILE))) {
        writeFully(out, content);
      }
      Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
      force(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteQuietly(draft);
    }
  }

  /** Overwrites a file with zeros and removes it. On a copy-on-write medium the old blocks may remain. */
  static void shred(Path file) {
    try {
      if (Files.notExists(file))
        return;
      try (var out = FileChannel.open(file, WRITE)) {
        writeFully(out, new byte[(int) Math.min(LARGEST, out.size())]);
      }
      Files.deleteIfExists(file);
      force(Objects.requireNonNull(file.getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files directly below a directory in a fixed order, drafts left out; none if there is no such directory. */
  static List<Path> list(Path directory) {
    if (Files.notExists(directory))
      return List.of();
    try (var files = Files.list(directory)) {
      return files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<Stamp> stamp(Path file) {
    try {
      var seen = Files.readAttributes(file, BasicFileAttributes.class);
      Object key = seen.fileKey();
      long modified = seen.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS);
      return Optional.of(new Stamp(key == null ? file : key, modified, seen.size()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void requirePrivate(Path path) {
    try {
      Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
      var others = EnumSet.noneOf(PosixFilePermission.class);
      others.addAll(found);
      others.removeAll(DIRECTORY);
      if (!others.isEmpty())
        throw new KeyRefusal(new KeyRefusal.TooOpen(path, PosixFilePermissions.toString(found)));
    } catch (UnsupportedOperationException e) {
      throw new KeyRefusal(new KeyRefusal.NoPermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeFully(FileChannel out, byte[] content) throws IOException {
    var rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining())
      out.write(rest);
    out.force(true);
  }

  private static void force(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
