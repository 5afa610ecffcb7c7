// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Stands between the product and its database in every test and refuses a statement that touches a tenant's table
 * without naming its local. Row security would hide other locals' rows from it all the same; this finds the statement.
 */
public final class TenantGuard implements QueryExecutionListener {
  private static final AtomicInteger STATEMENTS = new AtomicInteger();
  private final Set<String> tenantTables;

  private TenantGuard(Set<String> tenantTables) { this.tenantTables = Set.copyOf(tenantTables); }

  /** What the guard throws into the work that sent the statement. */
  public static final class ForgottenLocal extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ForgottenLocal(String message) { super(message); }
  }

  static DataSource before(DataSource pool) {
    return ProxyDataSourceBuilder.create("guarded", pool)
        .listener(new TenantGuard(tenantTables(pool)))
        .listener(StatementLog.shared())
        .build();
  }

  /** How many statements on tenants' tables passed the guard in this JVM. */
  public static int passed() {
    return STATEMENTS.get();
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    for (QueryInfo query : queries) {
      SqlText.statement(query.getQuery()).filter(sql -> !sql.tenantTables(tenantTables).isEmpty()).ifPresent(sql -> {
        var complaints = sql.forgottenLocals(tenantTables);
        if (!complaints.isEmpty()) {
          throw new ForgottenLocal("a statement " + String.join("; ", complaints) + ": " + query.getQuery());
        }
        STATEMENTS.incrementAndGet();
      });
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    // nothing to do once a statement was let through
  }

  private static Set<String> tenantTables(DataSource pool) {
    var names = new HashSet<String>();
    try (var connection = pool.getConnection();
        var statement = connection.createStatement();
        var tables = statement.executeQuery("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where obj_description(c.oid, 'pg_class') ~ 'zone=tenant'""")) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return names;
  }
}
