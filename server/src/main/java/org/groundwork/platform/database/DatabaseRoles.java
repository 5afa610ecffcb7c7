// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * The roles of the database: their making on our own server, the passwords that the application gives them on either
 * kind of server, and the check without which it must not start. All of it may be repeated at every start.
 */
public final class DatabaseRoles {
  /** The name of the database, on either kind of server. */
  public static final String DATABASE = "groundwork";
  private static final String INVALID_PASSWORD = "28P01";
  private static final int CONNECT_SECONDS = 10;
  /** Two nodes that start together set passwords one after the other. Any number that nobody else uses. */
  private static final long PASSWORD_LOCK = 0x67726f756e64L;

  private DatabaseRoles() {}

  /**
   * Makes database and roles on our own server, or leaves them as they are.
   *
   * @param secret at least 32 random bytes kept by the caller, the same at every start
   */
  public static DatabaseAccess onEmbedded(EmbeddedPostgres server, byte[] secret) {
    String owner = new RolePasswords(secret).of(DatabaseRole.OWNER);
    try {
      SetupScript.run(database -> connect(server.jdbcUrl(database), server.superuser(), server.password()), owner);
    } catch (SQLException e) {
      throw new DatabaseStartException(
          new StartRefusal.ServerFailed("setting up its roles", String.valueOf(e.getMessage())), e);
    }
    return assign(server.jdbcUrl(DATABASE), owner, secret);
  }

  /**
   * Takes the database of a server that an administrator prepared with {@code setup.sql}.
   *
   * @param ownerUrl {@code jdbc:postgresql://host/groundwork?user=gw_owner&password=…} with whatever else the driver knows
   * @param secret at least 32 random bytes, the same on every node of the installation
   * @throws DatabaseStartException when it cannot be reached, is no PostgreSQL 18 or was not prepared
   */
  public static DatabaseAccess onExternal(String ownerUrl, byte[] secret) {
    Properties parts = Driver.parseURL(ownerUrl, new Properties());
    if (parts == null) {
      throw unsuitable("it is not an address of the form jdbc:postgresql://host/groundwork?user=gw_owner&password=…",
          null);
    }
    String password = parts.getProperty("password", "");
    if (!DatabaseRole.OWNER.roleName().equals(parts.getProperty("user")) || password.isEmpty()) {
      throw unsuitable("it must name user=gw_owner and that role's password", null);
    }
    return assign(ExternalAddress.withoutCredentials(ownerUrl), password, secret);
  }

  /** Sets the passwords of the three lesser roles where they differ. */
  private static DatabaseAccess assign(String url, String ownerPassword, byte[] secret) {
    RolePasswords derived = new RolePasswords(secret);
    Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
    passwords.put(DatabaseRole.OWNER, ownerPassword);
    try (Connection owner = connect(url, DatabaseRole.OWNER.roleName(), ownerPassword)) {
      RoleChecks.requireVersion(owner);
      for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.AUTH, DatabaseRole.OPS)) {
        passwords.put(role, derived.of(role));
      }
      owner.setAutoCommit(false);
      try (Statement statement = owner.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(" + PASSWORD_LOCK + ")");
      }
      for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.AUTH, DatabaseRole.OPS)) {
        setPassword(owner, url, role, derived.of(role));
      }
      owner.commit();
      return new DatabaseAccess(url, passwords, RoleChecks.leakproof(owner));
    } catch (SQLException e) {
      throw unsuitable(String.valueOf(e.getMessage()), e);
    }
  }

  /** The driver hashes it first (SCRAM), so the server's log cannot show it. */
  private static void setPassword(Connection owner, String url, DatabaseRole role, String password)
      throws SQLException {
    if (!opens(url, role, password)) {
      owner.unwrap(PGConnection.class).alterUserPassword(role.roleName(), password.toCharArray(), "scram-sha-256");
    }
  }

  private static boolean opens(String url, DatabaseRole role, String password) throws SQLException {
    try (Connection connection = connect(url, role.roleName(), password)) {
      return connection.isValid(CONNECT_SECONDS);
    } catch (SQLException e) {
      if (INVALID_PASSWORD.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /**
   * What makes the roles unsafe, looked up after the migrations; empty if nothing.
   *
   * @throws DatabaseStartException when the database cannot be asked
   */
  public static List<RoleViolation> violations(DatabaseAccess access) {
    try (Connection owner = connect(access.url(), DatabaseRole.OWNER.roleName(), access.password(DatabaseRole.OWNER))) {
      return RoleChecks.violations(owner);
    } catch (SQLException e) {
      throw unsuitable(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Lets the start go on only when the roles are safe.
   *
   * @throws DatabaseStartException with {@link StartRefusal.UnsafeRoles} when {@link #violations} finds any
   */
  public static void verify(DatabaseAccess access) {
    List<RoleViolation> found = violations(access);
    if (!found.isEmpty()) {
      throw new DatabaseStartException(new StartRefusal.UnsafeRoles(found));
    }
  }

  static Connection connect(String url, String user, String password) throws SQLException {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, user);
    PGProperty.PASSWORD.set(properties, password);
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
    return DriverManager.getConnection(url, properties);
  }

  private static DatabaseStartException unsuitable(String detail,
      @org.jspecify.annotations.Nullable SQLException cause) {
    var refusal = new StartRefusal.ExternalUnsuitable(detail);
    return cause == null ? new DatabaseStartException(refusal) : new DatabaseStartException(refusal, cause);
  }
}
