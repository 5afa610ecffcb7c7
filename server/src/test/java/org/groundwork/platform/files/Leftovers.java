// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.nio.file.Path;
import java.util.List;

/**
 * Processes that an image intake has not ended. The same JVM may run others at the same time, a database for one; an
 * intake's own are told by its directory, which stands in each of their command lines.
 */
final class Leftovers {
  private Leftovers() {}

  static List<Long> of(Path directory) {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()))
        .map(ProcessHandle::pid)
        .toList();
  }
}
