// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Root has two ways to run the server, anybody else one; each way that exists here is tested. */
class RunAsTest {
  private static final int NOBODY = 65534;
  @TempDir
  Path temp;

  @BeforeEach
  void letOthersPass() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static Stream<RunAs> waysHere() {
    int we = RunAs.ourselves();
    return we == 0 ? Stream.of(RunAs.userNamespace(), RunAs.user(NOBODY)) : Stream.of(RunAs.self(we));
  }

  private static int owner(Path file) throws IOException { return (Integer) Files.getAttribute(file, "unix:uid"); }

  private static String user(EmbeddedPostgres server) throws SQLException {
    try (
        var connection = DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), server.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from pg_stat_activity")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  @ParameterizedTest
  @MethodSource("waysHere")
  void startsStopsAndStartsAgainTheSameWay(RunAs way) throws IOException, SQLException {
    Path home = temp.resolve("home");
    var options = PostgresOptions.of("", end -> {
      throw new AssertionError(end.message());
    });
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home, options, prepared -> {
      try {
        way.give(prepared.directory());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return way;
    })) {
      assertThat(user(server)).isNotEmpty();
      assertThat(owner(home.resolve("data/PG_VERSION"))).isEqualTo(way.owner());
      long pid = PidFile.read(home.resolve("data/postmaster.pid")).orElseThrow().pid();
      assertThat(owner(Path.of("/proc/" + pid))).isEqualTo(way.owner());
    }
    assertThat(RunAs.choose(PostgresHome.prepare(home))).isEqualTo(way);
    try (EmbeddedPostgres again = EmbeddedPostgres.start(home, options)) {
      assertThat(user(again)).isNotEmpty();
    }
  }

  @Test
  void knowsWhoWeAre() throws IOException {
    try (var output = new ProcessBuilder("id", "-u").start().inputReader()) {
      assertThat(output.readLine()).isEqualTo(Integer.toString(RunAs.ourselves()));
    }
  }

  @Test
  void staysWhoItIsUnlessItIsRoot() {
    assertThat(RunAs.choose(PostgresHome.prepare(temp.resolve("home")), 12345)).isEqualTo(RunAs.self(12345));
  }

  @Test
  void takesNothingOfTheCallersEnvironmentAlong() {
    assertThat(Programs.builder(List.of("true")).environment()).containsOnlyKeys("PATH", "LC_ALL", "TZ");
  }
}
