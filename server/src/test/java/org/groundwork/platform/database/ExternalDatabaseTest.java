// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of somebody else's on which nothing but setup.sql was run. */
class ExternalDatabaseTest {
  private static final String OWNER_PASSWORD = "it's $a$ p%ss\\word";
  @TempDir
  static Path temp;
  static EmbeddedPostgres theirs;

  @BeforeAll
  static void prepare() throws SQLException {
    theirs = EmbeddedPostgres.start(temp.resolve("theirs"), TestServers.options(""));
    SetupScript.run(database -> DatabaseRoles.connect(theirs.jdbcUrl(database), theirs.superuser(), theirs.password()),
        OWNER_PASSWORD);
  }

  @AfterAll
  static void stop() { theirs.close(); }

  private static String url(String user, String password) {
    return theirs.jdbcUrl("groundwork") + "&user=" + user + "&password="
        + java.net.URLEncoder.encode(password, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static StartRefusal refusalOf(String url) {
    return catchThrowableOfType(DatabaseStartException.class,
        () -> DatabaseRoles.onExternal(url, TestServers.secret(3))).refusal();
  }

  @Test
  void needsNothingButTheOwnersAddress() throws SQLException {
    DatabaseAccess access = DatabaseRoles.onExternal(url("gw_owner", OWNER_PASSWORD), TestServers.secret(3));
    DatabaseRoles.verify(access);
    assertThat(access.url()).doesNotContain("password").doesNotContain("user=");
    for (DatabaseRole role : DatabaseRole.values()) {
      try (var connection = DriverManager.getConnection(access.url(), role.roleName(), access.password(role));
          var statement = connection.createStatement();
          var row = statement.executeQuery("select current_user")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo(role.roleName());
      }
    }
  }

  @Test
  void letsSeveralNodesStartAtTheSameTime() throws InterruptedException, ExecutionException {
    String url = url("gw_owner", OWNER_PASSWORD);
    Callable<DatabaseAccess> node = () -> DatabaseRoles.onExternal(url, TestServers.secret(4));
    try (var nodes = Executors.newFixedThreadPool(4)) {
      List<String> passwords = new java.util.ArrayList<>();
      for (var started : nodes.invokeAll(List.of(node, node, node, node))) {
        passwords.add(started.get().password(DatabaseRole.APP));
      }
      assertThat(passwords).hasSize(4).containsOnly(passwords.getFirst());
    }
  }

  @Test
  void refusesAnotherUserThanTheOwner() {
    assertThat(refusalOf(url(theirs.superuser(), theirs.password())).message()).contains("user=gw_owner");
  }

  @Test
  void refusesAWrongPassword() {
    assertThat(refusalOf(url("gw_owner", "guess")).message()).contains("password authentication failed")
        .doesNotContain("guess");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThat(refusalOf("postgres://localhost/groundwork").message()).contains("jdbc:postgresql://host/groundwork");
  }

  @Test
  void refusesAServerThatIsNotThere() {
    assertThat(refusalOf("jdbc:postgresql://127.0.0.1:1/groundwork?user=gw_owner&password=x").message())
        .contains("127.0.0.1:1");
  }
}
