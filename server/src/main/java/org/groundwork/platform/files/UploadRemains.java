// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Uploads on their way in lie in files of the web server until their request ends. Whatever a hard kill left of them is
 * deleted before the next start answers.
 */
final class UploadRemains {
  private UploadRemains() {}

  /** Deletes what is left below the web server's directory; gives how many files. */
  static int delete(Path tomcat) {
    if (Files.notExists(tomcat)) {
      return 0;
    }
    try (var all = Files.walk(tomcat)) {
      var left = all.filter(path -> path.getFileName().toString().matches("upload_.*\\.tmp")).toList();
      for (Path path : left) {
        Files.deleteIfExists(path);
      }
      return left.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
