// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the tests of this package share: the server's programs unpacked once for all of them, and a secret. */
final class TestServers {
  private static @Nullable Path prepared;

  private TestServers() {}

  static PostgresOptions options(String address) {
    return PostgresOptions.of(address, end -> {
      throw new AssertionError(end.message());
    }).withBinaries(binaries());
  }

  static Path binaries() { return Path.of("target", "postgres-programs").toAbsolutePath(); }

  /** A home whose server was started and stopped once, made once for all tests; starting a copy takes no creation. */
  static Path preparedHome(Path home) throws IOException {
    synchronized (TestServers.class) {
      if (prepared == null) {
        Path made = Path.of("target", "postgres-prepared").toAbsolutePath();
        Binaries.deleteTree(made);
        EmbeddedPostgres.start(made, options("")).close();
        prepared = made;
      }
      copy(prepared, home);
    }
    return home;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  static byte[] secret(int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return secret;
  }
}
