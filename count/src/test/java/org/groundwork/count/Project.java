// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

import java.nio.file.Path;
import java.util.Objects;

/** Where the tests find real elections. */
final class Project {
  private Project() {}

  static Path data(String file) {
    return Path.of(Objects.requireNonNull(System.getenv("GROUNDWORK_DATA"), "GROUNDWORK_DATA"))
        .resolve("ballots")
        .resolve(file);
  }
}
