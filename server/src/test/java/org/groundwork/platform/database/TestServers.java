// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.nio.file.Path;
import java.util.Arrays;

/** What the tests of this package share: the server's programs unpacked once for all of them, and a secret. */
final class TestServers {
  private TestServers() {}

  static PostgresOptions options(String address) {
    return PostgresOptions.of(address, end -> {
      throw new AssertionError(end.message());
    }).withBinaries(binaries());
  }

  static Path binaries() { return Path.of("target", "postgres-programs").toAbsolutePath(); }

  static byte[] secret(int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return secret;
  }
}
