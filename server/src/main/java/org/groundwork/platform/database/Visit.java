// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Optional;

/**
 * Reaches an installation's database from a command on its host, whether the product runs or not: its own server if one
 * runs, the same server started for the length of the visit if none does, or the external one.
 */
public final class Visit implements AutoCloseable {
  private final DatabaseAccess access;
  private final Optional<EmbeddedPostgres> started;

  private Visit(DatabaseAccess access, Optional<EmbeddedPostgres> started) {
    this.access = access;
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
      String url = "jdbc:postgresql://127.0.0.1:" + running.get().port() + "/" + DatabaseRoles.DATABASE;
      return new Visit(own(url, secret), Optional.empty());
    }
    var server = EmbeddedPostgres.start(home, PostgresOptions.of("a command", end -> {}));
    return new Visit(own(server.jdbcUrl(DatabaseRoles.DATABASE), secret), Optional.of(server));
  }

  /** Visits the database that an administrator gave the address of; see {@link DatabaseRoles#onExternal}. */
  public static Visit external(String ownerUrl, byte[] secret) {
    return new Visit(DatabaseRoles.onExternal(ownerUrl, secret), Optional.empty());
  }

  private static DatabaseAccess own(String url, byte[] secret) {
    var derived = new RolePasswords(secret);
    var passwords = new EnumMap<DatabaseRole, String>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      passwords.put(role, derived.of(role));
    }
    return new DatabaseAccess(url, passwords, true);
  }

  /** How the database is reached as each role. */
  public DatabaseAccess access() { return access; }

  private static Optional<PidFile> running(Path home) {
    try {
      return PidFile.read(home.resolve("data").resolve("postmaster.pid"))
          .filter(file -> file.ready() && ProcessHandle.of(file.pid()).isPresent());
    } catch (IOException e) {
      throw Failures.starting(home, "reading who runs it", e);
    }
  }

  /** A connection as one of the roles. The caller closes it. */
  public Connection as(DatabaseRole role) throws SQLException {
    return DatabaseRoles.connect(access.url(), role.roleName(), access.password(role));
  }

  @Override
  public void close() { started.ifPresent(EmbeddedPostgres::close); }
}
