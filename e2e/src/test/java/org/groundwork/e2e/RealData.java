// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where real registers lie: {@code GROUNDWORK_DATA}, or {@code ../shared/data} beside the project. */
final class RealData {
  private RealData() {}

  static Path file(String name) {
    Path folder = Optional.ofNullable(System.getenv("GROUNDWORK_DATA"))
        .map(Path::of)
        .orElseGet(() -> root().resolve("../shared/data"));
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("GROUNDWORK_DATA has no " + name + "; leave this test out by its tag, real-data");
    }
    return file;
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("groundwork")) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
