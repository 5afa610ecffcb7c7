// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.DatabaseRoles;
import org.groundwork.platform.database.EmbeddedPostgres;
import org.groundwork.platform.database.PostgresOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Starts and migrates the database on a thread of its own as soon as the settings are known: reading the wiring takes
 * about as long, and needs none. Whatever goes wrong is thrown where the database is first asked for.
 */
final class DatabaseHeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
  private static final Logger log = LoggerFactory.getLogger(DatabaseHeadStart.class);

  /** The database, ready or on its way. */
  record Begun(CompletableFuture<Opened> opened) {}

  /** The database, migrated and with safe roles; the server is absent where an administrator gave the address of another. */
  record Opened(Optional<EmbeddedPostgres> server, DatabaseAccess access) {}

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    var opened = new CompletableFuture<Opened>();
    Thread.ofPlatform().daemon().name("database-start").start(() -> {
      try {
        opened.complete(open(environment));
      } catch (RuntimeException | Error e) {
        opened.completeExceptionally(e);
      }
    });
    context.getBeanFactory().registerSingleton("databaseHeadStart", new Begun(opened));
  }

  private static Opened open(Environment environment) {
    Path data = Path.of(environment.getRequiredProperty("groundwork.data"));
    String url = environment.getProperty("groundwork.database.url", "");
    byte[] secret = InstallationSecret.at(data.resolve("keys/installation.secret"), new SecureRandom())
        .derive("database passwords");
    if (!url.isEmpty()) {
      return new Opened(Optional.empty(), migrated(DatabaseRoles.onExternal(url, secret)));
    }
    String address = environment.getProperty("server.address") + ":" + environment.getProperty("server.port");
    var server = EmbeddedPostgres.start(data.resolve("postgres"), PostgresOptions.of(address, end -> {
      log.error("the database server ended by itself: {}", end);
      Runtime.getRuntime().halt(1);
    }));
    try {
      return new Opened(Optional.of(server), migrated(DatabaseRoles.onEmbedded(server, secret)));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static DatabaseAccess migrated(DatabaseAccess access) {
    Flyway.configure()
        .dataSource(access.url(), DatabaseRole.OWNER.roleName(), access.password(DatabaseRole.OWNER))
        .locations("classpath:db/migration")
        .schemas("flyway")
        .createSchemas(true)
        .defaultSchema("flyway")
        .loggers("slf4j")
        .load()
        .migrate();
    DatabaseRoles.verify(access);
    return access;
  }

  /** After the settings were checked. */
  @Override
  public int getOrder() { return Ordered.LOWEST_PRECEDENCE; }
}
