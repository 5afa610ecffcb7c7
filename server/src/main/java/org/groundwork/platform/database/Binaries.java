// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once from the archive on the class path. A directory {@code pg-…} is complete as soon as
 * it has that name, and the name tells the archive (its checksum in the jar's index), so nothing is read to recognise it.
 */
final class Binaries {
  /** Only what we made ourselves is ever deleted. */
  private static final String COMPLETE = "pg-";
  private static final String UNFINISHED = "unpack-";

  private Binaries() {}

  /** The archive for this machine. */
  static URL archive(String system, String architecture) {
    String name = resource(system.toLowerCase(Locale.ROOT), architecture);
    URL archive = name == null ? null : Binaries.class.getResource(name);
    if (archive == null) {
      throw new DatabaseStartException(new StartRefusal.UnsupportedPlatform(system, architecture));
    }
    return archive;
  }

  private static @Nullable String resource(String system, String architecture) {
    if (!system.equals("linux")) {
      return null;
    }
    return switch (architecture) {
      case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
      case "aarch64" -> "/postgres-linux-arm_64.txz";
      default -> null;
    };
  }

  /** The directory with {@code bin}, {@code lib} and {@code share}; unpacks into {@code parent} what is not there. */
  static Path in(Path parent, URL archive) {
    try {
      Files.createDirectories(parent);
      Path complete = parent.resolve(COMPLETE + fingerprint(archive));
      if (!Files.isDirectory(complete)) {
        unpack(archive, parent, complete);
      }
      return complete;
    } catch (IOException e) {
      throw Failures.starting(parent, "unpacking its programs", e);
    }
  }

  private static void unpack(URL archive, Path parent, Path complete) throws IOException {
    deleteLeftOver(parent);
    Path unfinished = parent.resolve(UNFINISHED + ProcessHandle.current().pid());
    Files.createDirectory(unfinished);
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      extract(archive, unfinished);
      Programs.flush(unfinished);
      Files.move(unfinished, complete, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteTree(unfinished);
      if (!Files.isDirectory(complete)) { // otherwise another process was faster, with the same content
        throw e;
      }
    }
  }

  private static void extract(URL archive, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        extract(entry, tar, path);
      }
    }
  }

  private static void extract(TarArchiveEntry entry, TarArchiveInputStream tar, Path path) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean program = entry.getName().startsWith("bin/");
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** Checksum and size as the jar's index gives them; for an archive that is a plain file, its size and date. */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (var file = jar.getJarFile()) {
        var entry = file.getJarEntry(jar.getEntryName());
        return Long.toHexString(entry.getCrc()) + "-" + Long.toHexString(entry.getSize());
      }
    }
    return Long.toHexString(connection.getLastModified()) + "-" + Long.toHexString(connection.getContentLengthLong());
  }

  /** Removes what a killed process was unpacking. */
  private static void deleteLeftOver(Path parent) throws IOException {
    List<Path> unfinished;
    try (Stream<Path> all = Files.list(parent)) {
      unfinished = all.filter(p -> p.getFileName().toString().matches(UNFINISHED + "\\d{1,18}")).toList();
    }
    for (Path path : unfinished) {
      long pid = Long.parseLong(path.getFileName().toString().substring(UNFINISHED.length()));
      if (pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty()) {
        deleteTree(path);
      }
    }
  }

  /** Removes programs of other versions from a home of ours; the caller holds the home's lock. */
  static void deleteOthers(Path parent, Path inUse) {
    try (Stream<Path> all = Files.list(parent)) {
      for (Path path : all.filter(p -> p.getFileName().toString().startsWith(COMPLETE)).toList()) {
        if (!path.equals(inUse)) {
          deleteTree(path);
        }
      }
    } catch (IOException e) {
      throw Failures.starting(parent, "removing programs of an earlier version", e);
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (failure != null) {
          throw failure;
        }
        Files.delete(directory);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
