// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRolesTest {
  @TempDir
  static Path temp;
  static EmbeddedPostgres server;
  static DatabaseAccess access;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgres.start(temp.resolve("home"), TestServers.options(""));
    access = DatabaseRoles.onEmbedded(server, TestServers.secret(1));
  }

  @AfterAll
  static void stop() { server.close(); }

  @AfterEach
  void takeBack() throws SQLException {
    administer("drop table if exists public.planted", "alter role gw_app nosuperuser nobypassrls",
        "alter role gw_auth nocreaterole", "revoke gw_ops from gw_app");
    assertThat(DatabaseRoles.violations(access)).isEmpty();
  }

  static Connection as(DatabaseRole role) throws SQLException {
    return DriverManager.getConnection(access.url(), role.roleName(), access.password(role));
  }

  static void administer(String... statements) throws SQLException {
    try (
        var connection = DriverManager.getConnection(server.jdbcUrl("groundwork"), server.superuser(),
            server.password());
        var statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  static String ask(DatabaseRole role, String question) throws SQLException {
    try (var connection = as(role);
        var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  static void executeAs(DatabaseRole role, String text) throws SQLException {
    try (var connection = as(role); var statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static void assertFound(String role, String what) {
    assertThat(DatabaseRoles.violations(access)).contains(new RoleViolation(role, what));
    var refused = catchThrowableOfType(DatabaseStartException.class, () -> DatabaseRoles.verify(access));
    assertThat(refused.refusal()).isInstanceOf(StartRefusal.UnsafeRoles.class);
    assertThat(refused).hasMessageContaining(role + " " + what);
  }

  @Test
  void isSafeAsMade() {
    DatabaseRoles.verify(access);
    assertThat(access.leakproof()).isTrue();
  }

  @Test
  void mayBeRepeatedAtEveryStart() throws SQLException {
    DatabaseAccess again = DatabaseRoles.onEmbedded(server, TestServers.secret(1));
    assertThat(again.password(DatabaseRole.APP)).isEqualTo(access.password(DatabaseRole.APP));
    assertThat(ask(DatabaseRole.APP, "select current_user")).isEqualTo("gw_app");
  }

  @Test
  void changesThePasswordsWithTheSecret() throws SQLException {
    try {
      DatabaseAccess other = DatabaseRoles.onEmbedded(server, TestServers.secret(2));
      assertThat(other.password(DatabaseRole.APP)).isNotEqualTo(access.password(DatabaseRole.APP));
      assertThatThrownBy(() -> as(DatabaseRole.APP).close()).isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    } finally {
      access = DatabaseRoles.onEmbedded(server, TestServers.secret(1));
    }
  }

  @Test
  void refusesAShortSecret() {
    assertThatThrownBy(() -> DatabaseRoles.onEmbedded(server, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsPasswordsOutOfTheTextOfTheAccess() {
    assertThat(access.toString()).doesNotContain(access.password(DatabaseRole.APP))
        .doesNotContain(access.password(DatabaseRole.OWNER));
  }

  @Test
  void givesEachRoleItsLimits() throws SQLException {
    for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.AUTH)) {
      assertThat(ask(role, "show statement_timeout")).isEqualTo("15s");
      assertThat(ask(role, "show idle_in_transaction_session_timeout")).isEqualTo("30s");
      assertThat(ask(role, "show lock_timeout")).isEqualTo("5s");
    }
    for (DatabaseRole role : DatabaseRole.values()) {
      assertThat(ask(role, "show search_path")).isEqualTo("ext, pg_catalog");
    }
    assertThat(ask(DatabaseRole.OPS, "show default_transaction_read_only")).isEqualTo("on");
    assertThat(ask(DatabaseRole.OPS, "show row_security")).isEqualTo("off");
    assertThat(ask(DatabaseRole.OPS, "select rolbypassrls from pg_roles where rolname = current_user")).isEqualTo("t");
  }

  @Test
  void letsNoRoleButTheOwnerCreateAnything() {
    for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.AUTH)) {
      for (String text : List.of("create table public.mine (n int)", "create schema mine",
          "create temp table mine (n int)",
          "create table ext.mine (n int)", "set role gw_owner")) {
        assertThatThrownBy(() -> executeAs(role, text)).isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void letsTheOwnerBecomeNobodyElse() {
    assertThatThrownBy(() -> executeAs(DatabaseRole.OWNER, "set role gw_ops"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void letsOpsReadWhatTheOwnerMakesAndWriteNothing() throws SQLException {
    executeAs(DatabaseRole.OWNER, "create table public.planted (n int); insert into public.planted values (7)");
    administer("grant usage on schema public to gw_ops");
    assertThat(ask(DatabaseRole.OPS, "select n from public.planted")).isEqualTo("7");
    assertThatThrownBy(
        () -> executeAs(DatabaseRole.OPS, "begin read write; delete from public.planted"))
        .hasMessageContaining("permission denied");
    administer("revoke usage on schema public from gw_ops");
  }

  @Test
  void findsTheExtensionsWithoutTheirSchema() throws SQLException {
    assertThat(ask(DatabaseRole.APP, "select similarity('Maria', 'maria')")).isEqualTo("1");
    assertThat(
        ask(DatabaseRole.APP, "select unaccent('Núñez') || levenshtein('a', 'b') || ('{1,2}'::int[] && '{2}'::int[])"))
        .isEqualTo("Nunez1true");
  }

  @Test
  void failsLoudlyOutsideATransactionOfALocal() {
    assertThatThrownBy(() -> ask(DatabaseRole.APP, "select current_setting('app.local')::uuid"))
        .hasMessageContaining("invalid input syntax for type uuid");
  }

  @Test
  void letsRowSecurityUseAnIndexForTextSearch() throws SQLException {
    administer("""
      create table public.planted (local_id uuid, name text collate "C");
      insert into public.planted select gen_random_uuid(), md5(n::text) from generate_series(1, 20000) n;
      create index on public.planted using gin (name ext.gin_trgm_ops);
      alter table public.planted enable row level security;
      create policy p on public.planted using (local_id = current_setting('app.local')::uuid);
      grant usage on schema public to gw_app; grant select on public.planted to gw_app;
      analyze public.planted""");
    try (var connection = as(DatabaseRole.APP); var statement = connection.createStatement()) {
      statement.execute("set app.local = '00000000-0000-0000-0000-000000000000'");
      var plan = new StringBuilder();
      try (var rows = statement.executeQuery("explain select * from public.planted where name like '%c4ca42%'")) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
      assertThat(plan).contains("Bitmap Index Scan on planted_name_idx");
    }
    administer("revoke usage on schema public from gw_app");
  }

  @Test
  void findsATableOwnedByTheApplication() throws SQLException {
    administer("create table public.planted (n int)", "alter table public.planted owner to gw_app");
    assertFound("gw_app", "owns table public.planted");
  }

  @Test
  void findsARoleThatBypassesRowSecurity() throws SQLException {
    administer("alter role gw_app bypassrls");
    assertFound("gw_app", "may bypass row security (BYPASSRLS)");
  }

  @Test
  void findsASuperuser() throws SQLException {
    administer("alter role gw_app superuser");
    assertFound("gw_app", "is a superuser");
  }

  @Test
  void findsARoleThatMayCreateRoles() throws SQLException {
    administer("alter role gw_auth createrole");
    assertFound("gw_auth", "may create roles");
  }

  @Test
  void findsAMembership() throws SQLException {
    administer("grant gw_ops to gw_app with inherit false, set true");
    assertFound("gw_app", "is a member of gw_ops");
  }

  @Test
  void findsThatOpsMayWrite() throws SQLException {
    administer("create table public.planted (n int)", "grant insert on public.planted to gw_ops");
    assertFound("gw_ops", "may write public.planted");
  }
}
