// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A program of a few classes, copied into a directory of its own: the separate process gets these on its class path and
 * nothing else of the server, in whatever way the server is packed.
 *
 * @param main the class with the main method
 * @param helpers the other classes
 */
record ChildProgram(Class<?> main, List<Class<?>> helpers) {

  static final ChildProgram DECODER = new ChildProgram(ImageChild.class,
      List.of(Orientation.class, Redraw.class, JpegSegment.class));

  /** Copies the classes; only the owner may read them or put others beside them. */
  void copyTo(Path directory) throws IOException {
    delete(directory);
    Files.createDirectories(directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    copy(main, directory);
    for (Class<?> helper : helpers)
      copy(helper, directory);
  }

  static void delete(Path directory) throws IOException {
    if (Files.notExists(directory))
      return;
    try (var all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList())
        Files.delete(path);
    }
  }

  private static void copy(Class<?> type, Path directory) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path target = directory.resolve(file);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(file)) {
      Files.copy(Objects.requireNonNull(in, file), target);
    }
  }
}
