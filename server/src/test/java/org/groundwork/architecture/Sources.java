// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of the repository, as the build sees them. */
final class Sources {
  /** The server's own folder; the build sets it. */
  private static final Path SERVER = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  static final Path TEMPLATES = SERVER.resolve("src/main/jte");
  static final Path MIGRATIONS = SERVER.resolve("src/main/resources/db/migration");
  static final Path MESSAGES = SERVER.resolve("src/main/resources/messages");
  static final Path STATIC = SERVER.resolve("src/main/resources/static");
  static final Path CLASSES = SERVER.resolve("target/classes");
  static final Path TEST_CLASSES = SERVER.resolve("target/test-classes");
  static final Path DOCS = SERVER.resolveSibling("docs");

  private Sources() {}

  /**
   * A text file.
   *
   * @param name path below the folder it was looked for in, with slashes
   */
  record TextFile(String name, String text) {
    /** The first folder of its name: the module it belongs to. */
    String folder() {
      return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    }
  }

  /** Every file below {@code folder} whose name ends so, in the order of their names. */
  static List<TextFile> below(Path folder, String... endings) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile)
          .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
          .sorted()
          .map(file -> new TextFile(folder.relativize(file).toString().replace('\\', '/'), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files below {@code folder} that end so. */
  static Set<String> names(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(ending))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
