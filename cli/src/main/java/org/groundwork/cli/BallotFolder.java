// SPDX-License-Identifier: Apache-2.0
package org.groundwork.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files that a step writes into somebody's folder: all of them or none, never over one that is there, secret ones for
 * their owner alone.
 */
final class BallotFolder {
  private static final Set<PosixFilePermission> SECRET = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");

  private final Path folder;
  private final List<New> files = new ArrayList<>();

  /** Writes what is in a file. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream to) throws IOException;
  }

  /**
   * A file to be written.
   *
   * @param before what is said of it before its name
   * @param after what is said behind it
   */
  private record New(Path path, boolean secret, String before, String after, Content content) {
    private Path aside() { return path.resolveSibling("." + path.getFileName() + ".part"); }
  }

  BallotFolder(Path folder) { this.folder = folder; }

  private static Content of(String text) { return out -> out.write(text.getBytes(StandardCharsets.UTF_8)); }

  /** A file that stays with whoever made it. */
  BallotFolder secret(String name, String about, String text) {
    return secret(name, about, of(text));
  }

  BallotFolder secret(String name, String about, Content content) {
    files.add(new New(folder.resolve(name), true, "SECRET, keep it: ", about, content));
    return this;
  }

  /** A file that is not secret, and that nobody else needs. */
  BallotFolder keep(String name, String about, String text) {
    files.add(new New(folder.resolve(name), false, "keep it, " + about + ": ", "", of(text)));
    return this;
  }

  /** A file that is handed to somebody. */
  BallotFolder give(String name, String to, String text) {
    return give(name, to, of(text));
  }

  BallotFolder give(String name, String to, Content content) {
    files.add(new New(folder.resolve(name), false, "give to " + to + ": ", "", content));
    return this;
  }

  /** Refuses if one of them is there already, before anything is computed for it. */
  void mustBeNew(String... names) throws IOException {
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      throw new NoSuchFileException(folder.toString());
    }
    for (String each : names) {
      mustBeNew(folder.resolve(each));
    }
  }

  private static void mustBeNew(Path path) throws FileAlreadyExistsException {
    if (Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }

  /** Writes them, and says of each what it is for. */
  List<String> write() throws IOException {
    mustBeNew(files.stream().map(each -> each.path().getFileName().toString()).toArray(String[]::new));
    var moved = new ArrayList<Path>();
    boolean all = false;
    try {
      for (New each : files) {
        writeAside(each);
      }
      for (New each : files) {
        Files.move(each.aside(), each.path());
        moved.add(each.path());
      }
      all = true;
    } finally {
      for (New each : files) {
        Files.deleteIfExists(each.aside());
      }
      if (!all) {
        for (Path each : moved) {
          Files.deleteIfExists(each);
        }
      }
    }
    return files.stream().map(each -> each.before() + each.path() + each.after()).toList();
  }

  private static void writeAside(New file) throws IOException {
    Files.deleteIfExists(file.aside());
    Files.createFile(file.aside(), PosixFilePermissions.asFileAttribute(file.secret() ? SECRET : PUBLIC));
    try (FileChannel channel = FileChannel.open(file.aside(), StandardOpenOption.WRITE);
        OutputStream to = new java.io.BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel),
            1 << 16)) {
      file.content().write(to);
      to.flush();
      channel.force(true);
    }
  }
}
