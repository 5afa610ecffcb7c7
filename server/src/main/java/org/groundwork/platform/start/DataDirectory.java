// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The directory in which an installation keeps everything. */
public final class DataDirectory {
  private DataDirectory() {}

  /** Makes the directory if it is not there; a sentence if it cannot be made or used. */
  public static Optional<String> prepare(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      return Optional.of("The directory " + directory + " cannot be made. Choose another: --data DIR");
    }
    return Files.isWritable(directory) && Files.isExecutable(directory)
        ? Optional.empty()
        : Optional.of("The directory " + directory + " cannot be written by this user. Choose another: --data DIR");
  }
}
