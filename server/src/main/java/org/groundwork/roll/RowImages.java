// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Images of rows of the roll from before a change: the row as JSON. Sealed columns stay sealed in it, and open only in
 * the same row, so an image tells no more than its row did. Runs inside the caller's transaction.
 */
final class RowImages {

  /** The tables whose rows change; each has {@code id} and {@code version}. */
  enum Table {
    PERSON("roll.person", "select to_jsonb(t)::text from roll.person t where t.local_id = ? and t.id = ?",
        "select t.version from roll.person t where t.local_id = ? and t.id = ? for update"),
    POSITION("roll.position", "select to_jsonb(t)::text from roll.position t where t.local_id = ? and t.id = ?",
        "select t.version from roll.position t where t.local_id = ? and t.id = ? for update"),
    MEMBERSHIP("roll.membership", "select to_jsonb(t)::text from roll.membership t where t.local_id = ? and t.id = ?",
        "select t.version from roll.membership t where t.local_id = ? and t.id = ? for update"),
    SITE("roll.site", "select to_jsonb(t)::text from roll.site t where t.local_id = ? and t.id = ?",
        "select t.version from roll.site t where t.local_id = ? and t.id = ? for update");

    private final String key;
    private final String image;
    private final String version;

    Table(String key, String image, String version) {
      this.key = key;
      this.image = image;
      this.version = version;
    }

    /** The name that change-sets note. */
    String key() { return key; }
  }

  private final JdbcClient jdbc;
  private final ChangeSets changes;

  RowImages(JdbcClient jdbc, ChangeSets changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** Notes what a row is now, just before the change-set raises its version by one. */
  void keep(UUID set, Table table, UUID row) {
    long version = version(table, row);
    String image = jdbc.sql(table.image).params(Tenancy.current().value(), row).query(String.class).single();
    changes.changed(set, table.key, row, version + 1, image.getBytes(StandardCharsets.UTF_8));
  }

  /** The version of a row now; nobody else changes the row before this transaction ends. */
  long version(Table table, UUID row) {
    return jdbc.sql(table.version).params(Tenancy.current().value(), row).query(Long.class).single();
  }

  /** The JSON of an image. */
  static String json(ChangeSets.Change change) {
    return new String(change.before().orElseThrow(), StandardCharsets.UTF_8);
  }
}
