// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.EmbeddedPostgres;
import org.groundwork.platform.tenancy.TenantTransactionManager;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.beans.factory.annotation.Qualifier;
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
  /** The server of our own, absent where an administrator gave the address of another. */
  record Server(Optional<EmbeddedPostgres> embedded) implements AutoCloseable {
    @Override
    public void close() { embedded.ifPresent(EmbeddedPostgres::close); }
  }

  @Bean
  Server databaseServer(DatabaseHeadStart.Begun begun) { return new Server(begun.opened().join().server()); }

  /** Needs the server's bean, so that it stops after whatever uses the access. */
  @Bean
  DatabaseAccess databaseAccess(Server server, DatabaseHeadStart.Begun begun) { return begun.opened().join().access(); }

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
