// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed survives whatever is killed, and no server outlives its program for long. */
class HardKillTest {
  @TempDir
  Path temp;
  Path home;

  @BeforeEach
  void makeHome() throws SQLException, IOException {
    home = TestServers.preparedHome(temp.resolve("home"));
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home, TestServers.options(""));
        Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create table kept (n int)");
    }
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), server.password());
  }

  private Connection connectToProgram() throws SQLException, IOException {
    int port = PidFile.read(home.resolve("data/postmaster.pid")).orElseThrow().port();
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", Cluster.SUPERUSER,
        Files.readString(home.resolve("password")));
  }

  /** Commits a row and leaves another uncommitted in a session that is still open when the kill comes. */
  private Connection commitOneLeaveOneOpen() throws SQLException, IOException {
    Connection connection = connectToProgram();
    try (var statement = connection.createStatement()) {
      statement.execute("insert into kept values (1)");
      connection.setAutoCommit(false);
      statement.execute("insert into kept values (2)");
    }
    return connection;
  }

  private void assertExactlyTheCommittedRowAfterAStart() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home, TestServers.options(""));
        Connection connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select n from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void stopsTheServerWhenTheProgramIsKilled() throws IOException, SQLException {
    try (ServerProcess program = ServerProcess.start(home); Connection open = commitOneLeaveOneOpen()) {
      ProcessHandle postmaster = program.postmaster();
      program.kill();
      ServerProcess.awaitEnd(postmaster);
      assertThat(open).isNotNull();
    }
    assertExactlyTheCommittedRowAfterAStart();
  }

  @Test
  void recoversWhenTheWholeTreeIsKilled() throws IOException, SQLException {
    try (ServerProcess program = ServerProcess.start(home); Connection open = commitOneLeaveOneOpen()) {
      List<ProcessHandle> tree = new ArrayList<>(program.watchersAndProgram());
      tree.add(program.postmaster());
      tree.addAll(program.postmaster().descendants().toList());
      ServerProcess.kill(tree);
      assertThat(home.resolve("data/postmaster.pid")).exists();
      assertThat(open).isNotNull();
    }
    assertExactlyTheCommittedRowAfterAStart();
  }

  @Test
  void stopsAServerThatWasLeftWithoutItsWatchers() throws IOException, SQLException {
    try (ServerProcess program = ServerProcess.start(home); Connection open = commitOneLeaveOneOpen()) {
      ProcessHandle postmaster = program.postmaster();
      ServerProcess.kill(program.watchersAndProgram());
      assertThat(postmaster.isAlive()).isTrue();
      assertExactlyTheCommittedRowAfterAStart();
      ServerProcess.awaitEnd(postmaster);
      assertThat(open).isNotNull();
    }
  }

  @Test
  void waitsForTheChildrenOfAServerThatWasKilledAlone() throws IOException, SQLException {
    try (ServerProcess program = ServerProcess.start(home); Connection open = commitOneLeaveOneOpen()) {
      List<ProcessHandle> allButTheChildren = new ArrayList<>(program.watchersAndProgram());
      allButTheChildren.add(program.postmaster());
      ServerProcess.kill(allButTheChildren);
      assertExactlyTheCommittedRowAfterAStart();
      assertThat(open).isNotNull();
    }
  }

  @Test
  void refusesASecondProgramAndNamesTheFirst() throws IOException, SQLException {
    try (ServerProcess program = ServerProcess.start(home); Connection open = connectToProgram()) {
      var refused = catchThrowableOfType(DatabaseStartException.class,
          () -> EmbeddedPostgres.start(home, TestServers.options("http://127.0.0.1:1")));
      assertThat(refused.refusal())
          .isEqualTo(new StartRefusal.AlreadyRunning(home.toRealPath(), program.pid(), ServerProcess.ADDRESS));
      assertThat(refused).hasMessageContaining("process " + program.pid()).hasMessageContaining(ServerProcess.ADDRESS);
      assertThat(open.isValid(5)).isTrue();
      assertThat(program.postmaster().isAlive()).isTrue();
    }
  }

  @Test
  void keepsTheLockAfterRefusingItselfASecondStart() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home, TestServers.options(""))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(home, TestServers.options("")))
          .isInstanceOf(DatabaseStartException.class);
      try (ServerProcess other = ServerProcess.start(home)) {
        assertThat(other.firstLine()).startsWith("refused AlreadyRunning")
            .contains("pid=" + ProcessHandle.current().pid())
            .contains(server.home().toString());
      }
    }
  }
}
