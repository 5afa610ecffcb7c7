// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Images of rows of a campaign from before a change: the row as JSON. Sealed columns stay sealed in it, and open only in
 * the same row. Runs inside the caller's transaction, which holds the campaign's lock.
 */
final class RowImages {

  /** The tables whose rows change. */
  enum Table {
    CAMPAIGN("campaign.campaign", "select to_jsonb(t)::text from campaign.campaign t where t.local_id = ? and t.id = ?",
        "select t.version from campaign.campaign t where t.local_id = ? and t.id = ?"),
    DEMAND("campaign.demand", "select to_jsonb(t)::text from campaign.demand t where t.local_id = ? and t.id = ?",
        "select t.version from campaign.demand t where t.local_id = ? and t.id = ?"),
    STEP("campaign.step", "select to_jsonb(t)::text from campaign.step t where t.local_id = ? and t.id = ?",
        "select t.version from campaign.step t where t.local_id = ? and t.id = ?"),
    DECISION("campaign.decision", "select to_jsonb(t)::text from campaign.decision t where t.local_id = ? and t.id = ?",
        "select t.version from campaign.decision t where t.local_id = ? and t.id = ?");

    private final String key;
    private final String image;
    private final String version;

    Table(String key, String image, String version) {
      this.key = key;
      this.image = image;
      this.version = version;
    }
  }

  private final JdbcClient jdbc;
  private final ChangeSets changes;

  RowImages(JdbcClient jdbc, ChangeSets changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  UUID open(String kind) { return changes.open(kind); }

  /** Notes what a row is now, just before the change-set raises its version by one or removes it. */
  void keep(UUID set, Table table, UUID row) {
    UUID local = Tenancy.current().value();
    long version = jdbc.sql(table.version).params(local, row).query(Long.class).single();
    String image = jdbc.sql(table.image).params(local, row).query(String.class).single();
    changes.changed(set, table.key, row, version + 1, image.getBytes(StandardCharsets.UTF_8));
  }

  void created(UUID set, Table table, UUID row) { changes.created(set, table.key, row); }
}
