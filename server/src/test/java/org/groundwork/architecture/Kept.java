// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/**
 * What the database keeps of one local, as a count and a sum of hashes for each of its tables; its audit log, which
 * every look at a person adds to, is left out.
 */
record Kept(Map<String, String> tables) {

  static Kept by(Product product, FoundedLocal local) {
    var kept = new TreeMap<String, String>();
    try (var catalog = Catalog.of(product);
        var connection = product.connection(DatabaseRole.OPS);
        var statement = connection.createStatement()) {
      for (String table : catalog.tenantTables()) {
        if (table.startsWith("platform.audit_")) {
          continue;
        }
        try (var rows = statement
            .executeQuery("select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                + table + " t where local_id = '" + local.id().value() + "'")) {
          rows.next();
          kept.put(table, rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Kept(kept);
  }
}
