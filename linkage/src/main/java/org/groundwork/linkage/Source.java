// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a register.
 *
 * @param name how refusals call it
 * @param opener opens it; called once
 */
public record Source(String name, Opener opener) {
  /** Opens a stream of bytes. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens the stream; the reader closes it.
     *
     * @throws IOException if it cannot be opened; the file is then refused as a whole
     */
    InputStream open() throws IOException;
  }

  /** A file on disk, named as its path. */
  public static Source ofFile(Path path) {
    return new Source(path.toString(), () -> Files.newInputStream(path));
  }
}
