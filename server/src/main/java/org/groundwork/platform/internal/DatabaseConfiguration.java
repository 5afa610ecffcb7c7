// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.DatabaseRoles;
import org.groundwork.platform.database.EmbeddedPostgres;
import org.groundwork.platform.database.PostgresOptions;
import org.groundwork.platform.tenancy.TenantTransactionManager;
import org.groundwork.platform.tenancy.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database: our own server or one setting's, migrated by its owner, then reached only as {@code gw_app} (within row
 * security) and {@code gw_auth} (sign-in). Beans depend on one another in the order in which they must stop.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

  /** The server of our own, absent where an administrator gave the address of another. */
  record Server(Optional<EmbeddedPostgres> embedded) implements AutoCloseable {
    @Override
    public void close() { embedded.ifPresent(EmbeddedPostgres::close); }
  }

  @Bean
  Server databaseServer(@Value("${groundwork.data}") Path data, @Value("${groundwork.database.url}") String url,
      @Value("${server.address}:${server.port}") String address) {
    if (!url.isEmpty()) {
      return new Server(Optional.empty());
    }
    var options = PostgresOptions.of(address, end -> {
      log.error("the database server ended by itself: {}", end);
      Runtime.getRuntime().halt(1);
    });
    return new Server(Optional.of(EmbeddedPostgres.start(data.resolve("postgres"), options)));
  }

  @Bean
  DatabaseAccess databaseAccess(Server server, @Value("${groundwork.database.url}") String url,
      InstallationSecret secret) {
    byte[] derived = secret.derive("database passwords");
    var access = server.embedded()
        .map(own -> DatabaseRoles.onEmbedded(own, derived))
        .orElseGet(() -> DatabaseRoles.onExternal(url, derived));
    migrate(access);
    DatabaseRoles.verify(access);
    return access;
  }

  private static void migrate(DatabaseAccess access) {
    Flyway.configure()
        .dataSource(access.url(), DatabaseRole.OWNER.roleName(), access.password(DatabaseRole.OWNER))
        .locations("classpath:db/migration")
        .schemas("flyway")
        .createSchemas(true)
        .defaultSchema("flyway")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  @Bean
  @Primary
  HikariDataSource appDataSource(DatabaseAccess access) {
    return pool(access, DatabaseRole.APP, 8, "set app.local = ''");
  }

  @Bean
  @Qualifier("auth")
  HikariDataSource authDataSource(DatabaseAccess access) { return pool(access, DatabaseRole.AUTH, 3, "select 1"); }

  private static HikariDataSource pool(DatabaseAccess access, DatabaseRole role, int size, String onConnect) {
    var config = new HikariConfig();
    config.setJdbcUrl(access.url());
    config.setUsername(role.roleName());
    config.setPassword(access.password(role));
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("ApplicationName", "groundwork");
    config.setConnectionInitSql(onConnect);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(2_000);
    config.setPoolName(role.roleName());
    return new HikariDataSource(config);
  }

  @Bean
  @Primary
  TenantTransactionManager transactionManager(DataSource dataSource) {
    return new TenantTransactionManager(dataSource);
  }

  @Bean
  Transactions transactions(TenantTransactionManager manager) { return new Transactions(manager); }

  @Bean
  @Primary
  JdbcClient jdbcClient(DataSource dataSource) { return JdbcClient.create(dataSource); }

  @Bean
  @Qualifier("auth")
  JdbcClient authJdbcClient(@Qualifier("auth") DataSource dataSource) { return JdbcClient.create(dataSource); }

  @Bean
  @Qualifier("auth")
  TransactionTemplate authTransaction(@Qualifier("auth") DataSource dataSource) {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }
}
