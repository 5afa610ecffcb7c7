// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by telling PostgreSQL whose it is, so that row-level security holds even where a statement
 * forgot its {@code local_id}. The setting is transaction-local: a connection goes back to the pool without it.
 */
public final class TenantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  public TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
    setEnforceReadOnly(false);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    Tenancy.Scope scope = Tenancy.scope();
    super.doBegin(transaction, definition);
    if (scope instanceof Tenancy.OfLocal(LocalId local)) {
      announce(local);
    }
  }

  private void announce(LocalId local) {
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    try (var statement = connection.createStatement()) {
      // A UUID in its canonical form holds nothing that could end the literal; SET takes no parameters.
      statement.execute("set local app.local = '" + local.value() + "'");
    } catch (SQLException e) {
      throw new CannotCreateTransactionException("the transaction could not be bound to its local", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, obtainDataSource());
    }
  }
}
