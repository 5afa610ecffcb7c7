// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the tests find elections that Belenios made. */
public final class Project {
  private Project() {}

  /** A file or folder of them. */
  public static Path data(String name) {
    return Path.of(Objects.requireNonNull(System.getenv("GROUNDWORK_DATA"), "GROUNDWORK_DATA"))
        .resolve("evoting")
        .resolve(name);
  }

  /** Every record below a folder. */
  public static List<Path> records(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(data(folder))) {
      return files.filter(each -> each.toString().endsWith(".bel")).sorted().toList();
    }
  }
}
