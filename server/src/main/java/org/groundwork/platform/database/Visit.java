// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reaches an installation's database from a command on its host, whether the product runs or not: its own server if one
 * runs, the same server started for the length of the visit if none does, or the external one.
 */
public final class Visit implements AutoCloseable {
  private final String url;
  private final RolePasswords passwords;
  private final Optional<EmbeddedPostgres> started;

  private Visit(String url, RolePasswords passwords, Optional<EmbeddedPostgres> started) {
    this.url = url;
    this.passwords = passwords;
    this.started = started;
  }

  /**
   * Visits the server of our own in {@code home}.
   *
   * @param secret as given to {@link DatabaseRoles#onEmbedded}
   * @throws DatabaseStartException when there is no database in the directory or it does not start
   */
  public static Visit embedded(Path home, byte[] secret) {
    if (!Files.exists(home.resolve("data").resolve("PG_VERSION"))) {
      throw new DatabaseStartException(
          new StartRefusal.ServerFailed("looking for it", "there is no database in " + home));
    }
    var running = running(home);
    if (running.isPresent()) {
      return new Visit("jdbc:postgresql://127.0.0.1:" + running.get().port() + "/" + DatabaseRoles.DATABASE,
          new RolePasswords(secret), Optional.empty());
    }
    var server = EmbeddedPostgres.start(home, PostgresOptions.of("a command", end -> {}));
    return new Visit(server.jdbcUrl(DatabaseRoles.DATABASE), new RolePasswords(secret), Optional.of(server));
  }

  /** Visits the database that an administrator gave the address of; see {@link DatabaseRoles#onExternal}. */
  public static Visit external(String ownerUrl, byte[] secret) {
    return new Visit(ExternalAddress.withoutCredentials(ownerUrl), new RolePasswords(secret), Optional.empty());
  }

  private static Optional<PidFile> running(Path home) {
    try {
      return PidFile.read(home.resolve("data").resolve("postmaster.pid"))
          .filter(file -> file.ready() && ProcessHandle.of(file.pid()).isPresent());
    } catch (IOException e) {
      throw Failures.starting(home, "reading who runs it", e);
    }
  }

  /** A connection as one of the roles but the owner. The caller closes it. */
  public Connection as(DatabaseRole role) throws SQLException {
    return DatabaseRoles.connect(url, role.roleName(), passwords.of(role));
  }

  @Override
  public void close() { started.ifPresent(EmbeddedPostgres::close); }
}
