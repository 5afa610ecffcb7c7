// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir
  Path temp;

  private EmbeddedPostgres start(Path home) {
    return EmbeddedPostgres.start(home, TestServers.options("http://127.0.0.1:8080"));
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), server.password());
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static StartRefusal refusalOf(ThrowingCallable start) {
    return catchThrowableOfType(DatabaseStartException.class, start).refusal();
  }

  @Test
  void keepsRowsFromOneStartToTheNext() throws SQLException {
    Path home = temp.resolve("a home with spaces");
    try (EmbeddedPostgres first = start(home); Connection connection = connect(first)) {
      execute(connection, "create table kept (word text); insert into kept values ('still here')");
    }
    try (EmbeddedPostgres second = start(home); Connection connection = connect(second)) {
      assertThat(ask(connection, "select word from kept")).isEqualTo("still here");
    }
  }

  @Test
  void isDurableLocalAndDiscreet() throws SQLException {
    try (EmbeddedPostgres server = start(temp.resolve("home")); Connection connection = connect(server)) {
      assertThat(ask(connection, "show fsync")).isEqualTo("on");
      assertThat(ask(connection, "show data_checksums")).isEqualTo("on");
      assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(connection, "show unix_socket_directories")).isEmpty();
      assertThat(ask(connection, "show log_timezone")).isEqualTo("UTC");
      assertThat(ask(connection, "show log_error_verbosity")).isEqualTo("terse");
      assertThat(ask(connection, "show log_min_error_statement")).isEqualTo("panic");
      assertThat(ask(connection, "show log_parameter_max_length_on_error")).isEqualTo("0");
      assertThat(
          ask(connection,
              "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres'"))
          .isEqualTo("b C.UTF-8");
      assertThat(ask(connection, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
  }

  @Test
  void keepsValuesOfRowsOutOfItsLogAndItsErrors() throws SQLException, IOException {
    try (EmbeddedPostgres server = start(TestServers.preparedHome(temp.resolve("home")));
        Connection connection = connect(server)) {
      execute(connection, "create table person (phone text unique); insert into person values ('555-0101')");
      var refused = catchThrowableOfType(SQLException.class, () -> {
        try (var insert = connection.prepareStatement("insert into person values (?)")) {
          insert.setString(1, "555-0101");
          insert.execute();
        }
      });
      assertThat(refused.getMessage()).contains("person_phone_key").doesNotContain("555-0101");
      String log = Files.readString(server.home().resolve("postgres.log"));
      assertThat(log).contains("person_phone_key").doesNotContain("555-0101");
    }
  }

  @Test
  void keepsItsDirectoryAndItsPasswordToItsOwner() throws IOException {
    try (EmbeddedPostgres server = start(temp.resolve("home"))) {
      Path home = server.home();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
          .isEqualTo("rw-------");
      assertThat(Files.readString(home.resolve("password"))).hasSize(43);
    }
  }

  @Test
  void refusesAWrongPassword() throws SQLException, IOException {
    try (EmbeddedPostgres server = start(TestServers.preparedHome(temp.resolve("home")))) {
      var refused = catchThrowableOfType(SQLException.class,
          () -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), "guess").close());
      assertThat(refused.getSQLState()).isEqualTo("28P01");
    }
  }

  @Test
  void refusesASecondStartInTheSameProcessAndLeavesTheFirstAlone() throws SQLException, IOException {
    Path home = TestServers.preparedHome(temp.resolve("home"));
    try (EmbeddedPostgres first = start(home); Connection connection = connect(first)) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThat(refusalOf(() -> start(home))).isInstanceOfSatisfying(StartRefusal.AlreadyRunning.class,
            refusal -> assertThat(refusal.pid()).isEqualTo(ProcessHandle.current().pid()));
      }
      assertThat(ask(connection, "select 'serving'")).isEqualTo("serving");
    }
  }

  @Test
  void refusesDataOfAnotherMajorVersionWithoutTouchingIt() throws IOException {
    Path data = Files.createDirectories(temp.resolve("home/data"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    StartRefusal refusal = refusalOf(() -> start(temp.resolve("home")));
    assertThat(refusal).isEqualTo(new StartRefusal.OtherMajorVersion(data.toRealPath(), "17", 18));
    assertThat(refusal.message()).contains("PostgreSQL 17").contains("PostgreSQL 18");
    assertThat(data).isDirectoryNotContaining(p -> !p.endsWith("PG_VERSION"));
  }

  @Test
  void refusesAPathThatCannotBeADirectory() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThat(refusalOf(() -> start(file.resolve("home")))).isInstanceOf(StartRefusal.NotWritable.class)
        .extracting(StartRefusal::message)
        .asString()
        .contains(file.toString())
        .contains("--data");
  }

  @Test
  void refusesAMachineItHasNoProgramsForAndNamesTheSetting() {
    assertThat(refusalOf(() -> Binaries.archive("Linux", "riscv64")).message()).contains("Linux on riscv64")
        .contains("groundwork.database.url");
    assertThat(refusalOf(() -> Binaries.archive("Mac OS X", "aarch64")))
        .isInstanceOf(StartRefusal.UnsupportedPlatform.class);
  }

  @Test
  void saysThatTheDiskIsFullWhenItIs() {
    var failure = Failures.starting(temp, "unpacking its programs", new IOException("No space left on device"));
    assertThat(failure.refusal()).isEqualTo(new StartRefusal.DiskFull(temp));
  }

  @Test
  void saysThatTheDiskIsFullWhenTheServerSaysSo() throws IOException {
    PostgresHome home = PostgresHome.prepare(temp.resolve("home"));
    Files.writeString(home.log(), "FATAL:  could not write file \"pg_wal/xlogtemp.7\": No space left on device\n");
    assertThat(Failures.ofProgram(home, "starting the server").refusal()).isInstanceOf(StartRefusal.DiskFull.class);
  }

  @Test
  void saysWhatTheServerSaidWhenItDoesNotStart() throws IOException {
    Path home = TestServers.preparedHome(temp.resolve("home"));
    Files.writeString(home.resolve("data/postgresql.conf"), "no_such_setting = 1\n");
    assertThat(refusalOf(() -> start(home)).message()).contains("no_such_setting");
  }

  @Test
  void givesTheDirectoryBackAfterAFailedStart() throws IOException {
    Path home = temp.resolve("home");
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/PG_VERSION"), "16\n");
    refusalOf(() -> start(home));
    assertThat(refusalOf(() -> start(home))).isInstanceOf(StartRefusal.OtherMajorVersion.class);
  }

  @Test
  void beginsAgainACreationThatWasCutOff() throws IOException, SQLException {
    Path home = temp.resolve("home");
    Files.createDirectories(home.resolve("data.new/base"));
    try (EmbeddedPostgres server = start(home); Connection connection = connect(server)) {
      assertThat(ask(connection, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void startsAgainWhenTheNumberInThePidFileBelongsToAStranger() throws IOException, SQLException {
    Path home = TestServers.preparedHome(temp.resolve("home"));
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(home.resolve("data/postmaster.pid"),
          stranger.pid() + "\n" + home.resolve("data") + "\n1\n5432\n\n\n\nready\n");
      try (EmbeddedPostgres server = start(home); Connection connection = connect(server)) {
        assertThat(ask(connection, "select 1")).isEqualTo("1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void tellsWhenTheServerEndsUnexpectedly() throws IOException {
    AtomicReference<UnexpectedEnd> told = new AtomicReference<>();
    var options = PostgresOptions.of("", told::set).withBinaries(TestServers.binaries());
    try (EmbeddedPostgres server = EmbeddedPostgres.start(TestServers.preparedHome(temp.resolve("home")), options)) {
      long pid = PidFile.read(server.home().resolve("data/postmaster.pid")).orElseThrow().pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      Awaitility.await().atMost(Duration.ofSeconds(20)).untilAtomic(told, Matchers.notNullValue());
      assertThat(told.get().exitStatus()).isEqualTo(137);
    }
  }

  @Test
  void saysNothingOfAnEndThatWasAskedFor() throws IOException {
    AtomicReference<UnexpectedEnd> told = new AtomicReference<>();
    var options = PostgresOptions.of("", told::set).withBinaries(TestServers.binaries());
    EmbeddedPostgres server = EmbeddedPostgres.start(TestServers.preparedHome(temp.resolve("home")), options);
    server.close();
    server.close();
    assertThat(told).hasNullValue();
  }

  @Test
  void setsALargeLogAsideAndKeepsOnlyOne() throws IOException {
    PostgresHome home = PostgresHome.prepare(temp.resolve("home"));
    Files.write(home.log(), new byte[5_000_001]);
    home.rotateLog();
    Files.writeString(home.log(), "new", StandardCharsets.UTF_8);
    home.rotateLog();
    assertThat(home.log()).hasContent("new");
    assertThat(home.directory().resolve("postgres.log.1")).hasSize(5_000_001);
  }
}
