// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Runs {@code db/setup.sql}, the file an administrator runs with psql, over a connection of ours. Of psql's commands it
 * knows the four that the file uses and refuses any other.
 */
final class SetupScript {
  private static final String RESOURCE = "/db/setup.sql";

  /** Opens a connection of the administrator's to a database of that name. */
  interface Administrator {
    Connection connect(String database) throws SQLException;
  }

  private SetupScript() {}

  static void run(Administrator administrator, String ownerPassword) throws SQLException {
    Connection connection = administrator.connect("postgres");
    try {
      StringBuilder pending = new StringBuilder();
      for (String line : text().lines().toList()) {
        if (!line.startsWith("\\")) {
          pending.append(line).append('\n');
        } else if (line.startsWith("\\connect ")) {
          execute(connection, pending, ownerPassword);
          connection.close();
          connection = administrator.connect(line.substring("\\connect ".length()).strip());
        } else if (line.equals("\\gexec")) {
          executeResult(connection, pending, ownerPassword);
        } else if (!line.startsWith("\\set ON_ERROR_STOP ") && !line.startsWith("\\getenv ")) {
          throw new IllegalStateException("setup.sql uses a command this program does not know: " + line);
        }
      }
      execute(connection, pending, ownerPassword);
    } finally {
      connection.close();
    }
  }

  private static void execute(Connection connection, StringBuilder pending, String ownerPassword) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(take(statement, pending, ownerPassword));
    }
  }

  /** Runs what stands before {@code \gexec} and then each value it returns as a statement. */
  private static void executeResult(Connection connection, StringBuilder pending, String ownerPassword)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      String text = take(statement, pending, ownerPassword);
      int query = text.lastIndexOf("\nSELECT ");
      statement.execute(text.substring(0, query));
      try (ResultSet rows = statement.executeQuery(text.substring(query))) {
        while (rows.next()) {
          statements.add(rows.getString(1));
        }
      }
      for (String made : statements) {
        statement.execute(made);
      }
    }
  }

  private static String take(Statement statement, StringBuilder pending, String ownerPassword) throws SQLException {
    String text = pending.toString().replace(":'owner_password'", statement.enquoteLiteral(ownerPassword));
    pending.setLength(0);
    return text;
  }

  private static String text() {
    try (InputStream in = Objects.requireNonNull(SetupScript.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
