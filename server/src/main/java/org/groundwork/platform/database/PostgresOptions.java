// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a caller may choose about the embedded server.
 *
 * @param address where people reach the application, written into the lock file for whoever tries a second start; may be
 *        empty
 * @param binaries directory into which the server's programs are unpacked, shared by several homes; the home itself if
 *        empty
 * @param onUnexpectedEnd called once, on a thread of the JVM's, when the server ends without {@link EmbeddedPostgres#close}
 */
public record PostgresOptions(String address, Optional<Path> binaries, Consumer<UnexpectedEnd> onUnexpectedEnd) {
  /** Binaries in the home; the application at {@code address}; {@code onUnexpectedEnd} as given. */
  public static PostgresOptions of(String address, Consumer<UnexpectedEnd> onUnexpectedEnd) {
    return new PostgresOptions(address, Optional.empty(), onUnexpectedEnd);
  }

  /** The same with the server's programs unpacked into, or found in, {@code directory}. */
  public PostgresOptions withBinaries(Path directory) {
    return new PostgresOptions(address, Optional.of(directory), onUnexpectedEnd);
  }
}
