// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.Product;

/** What PostgreSQL says about the migrated database; read as its owner. */
record Catalog(Connection connection) implements AutoCloseable {
  /** The schemas of the house, as an SQL array literal. */
  private static final String OURS = House.schemas()
      .stream()
      .map(schema -> "'" + schema + "'")
      .collect(Collectors.joining(", ", "array[", "]::name[]"));
  /** Every table of the house: {@code oid, name, zone}, the zone empty where the comment declares none. */
  private static final String TABLES = """
      (select c.oid, n.nspname as schema, n.nspname || '.' || c.relname as name, c.relkind as kind,
         coalesce(substring(obj_description(c.oid, 'pg_class') from 'zone=([a-z]+)'), '') as zone, c.relrowsecurity as secured,
         c.relforcerowsecurity as forced, c.relpersistence as persistence
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any (:ours) and c.relkind in ('r', 'p', 'f', 'm'))""";

  /** One line of an answer; nulls come back as empty texts. */
  record Row(List<String> values) {
    String get(int column) { return values.get(column); }

    boolean is(int column) { return values.get(column).equals("t"); }
  }

  static Catalog of(Product product) { return new Catalog(product.connection(DatabaseRole.OWNER)); }

  /**
   * Runs a query on the catalogue; {@code :ours} in it stands for the house's schemas, {@code :tables} for a subquery of
   * their tables.
   */
  List<Row> ask(String query) {
    try (var statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query.replace(":tables", TABLES).replace(":ours", OURS))) {
      var rows = new ArrayList<Row>();
      while (answer.next()) {
        var values = new ArrayList<String>();
        for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
          String value = answer.getString(column);
          values.add(value == null ? "" : value);
        }
        rows.add(new Row(List.copyOf(values)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tables of one local each, with their schemas. */
  Set<String> tenantTables() {
    return ask("select name from :tables t where zone = 'tenant'").stream()
        .map(row -> row.get(0))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a rule says while {@code planted} is in the database; everything is as before afterwards. */
  Verdict with(String planted, Function<Catalog, Verdict> rule) {
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(planted);
      return rule.apply(this);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      undo();
    }
  }

  private void undo() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException { connection.close(); }
}
