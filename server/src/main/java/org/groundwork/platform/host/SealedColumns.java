// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.Purpose;

/**
 * Which columns of the database hold sealed values. A column of bytes says in its comment how it is kept:
 * {@code sealed=PURPOSE}, with {@code row=COLUMN} where its row is named by another column than {@code id} and
 * {@code owner=installation} where it belongs to no local; {@code images=…}; or {@code plain=WHY}. Those whose name ends
 * with {@code _hash} or {@code _index} are keyed hashes and say nothing.
 */
final class SealedColumns {
  private static final String BYTES = """
      select n.nspname || '.' || c.relname as tab, a.attname as col, coalesce(col_description(c.oid, a.attnum), '') as kept
      from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype
        and n.nspname not in ('pg_catalog', 'information_schema', 'flyway', 'ext') and n.nspname not like 'pg\\_%'""";

  private SealedColumns() {}

  /**
   * One column.
   *
   * @param table with its schema
   * @param row the column that names the row in the value's place
   * @param ofLocals whether its rows belong to locals, else to the installation
   */
  record Column(String table, String name, Purpose purpose, String row, boolean ofLocals) {

    /** Whether values of this owner of keys are in the column. */
    boolean holds(UUID owner) {
      return ofLocals != owner.equals(InstallationId.VALUE);
    }

    FieldRef place(UUID owner, UUID id) { return new FieldRef(owner, table, name, id); }

    /** The condition that narrows the rows to one local's; takes its identifier where they are a local's. */
    String ofOwner() {
      return ofLocals ? "local_id = ?" : "?::uuid is not null";
    }

    /** The bytes of a value that tell which key sealed it. */
    String keyId() {
      return "substring(" + name + " from 2 for 4)";
    }

    @Override
    public String toString() { return table + "." + name; }
  }

  /** All of them, as the database tells. */
  static List<Column> in(Connection owner) throws SQLException {
    var found = new ArrayList<Column>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery("select tab, col,"
            + " substring(kept from 'sealed=([a-z][a-z-]*)'), coalesce(substring(kept from 'row=([a-z_]+)'), 'id'),"
            + " kept not like '%owner=installation%' from (" + BYTES
            + ") b where kept like 'sealed=%' order by 1, 2")) {
      while (rows.next()) {
        found.add(new Column(rows.getString(1), rows.getString(2), Purpose.sealing(rows.getString(3)),
            rows.getString(4), rows.getBoolean(5)));
      }
    }
    return List.copyOf(found);
  }

  /** Columns of bytes that do not say how they are kept; a rotation would lose what is sealed in them. */
  static List<String> undeclared(Connection owner) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery("select tab || '.' || col from ("
            + BYTES + ") b where kept !~ '^(sealed|images|plain)=' and col !~ '_(hash|index)$' order by 1")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return List.copyOf(found);
  }
}
