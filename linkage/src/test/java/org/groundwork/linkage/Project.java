// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are, for tests. */
final class Project {
  private Project() {}

  /** The project's folder: the nearest above that holds {@code .git} or the launcher. */
  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git")) || Files.isRegularFile(at.resolve("groundwork"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside the project");
  }

  /** A file of the real data; tests that use it are tagged {@code real-data}. */
  static Path data(String file) {
    String folder = System.getenv("GROUNDWORK_DATA");
    return root().resolve(folder == null ? "../shared/data" : folder).normalize().resolve(file);
  }
}
