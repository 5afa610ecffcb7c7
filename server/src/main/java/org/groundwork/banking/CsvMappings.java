// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the columns of a bank's tables mean, as the local wrote it down once. */
public final class CsvMappings {
  /** The most mappings of a local. */
  public static final int MOST = 50;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  CsvMappings(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** A mapping that was kept. */
  public record Kept(UUID id, String name) {}

  /** All of them, by name. */
  public List<Kept> all() {
    return jdbc.sql("select id, name from banking.mapping where local_id = ? order by lower(name), id")
        .params(BankScope.local())
        .query((rs, i) -> new Kept(rs.getObject(1, UUID.class), rs.getString(2)))
        .list();
  }

  /** The text of one. */
  public String rules(UUID mapping) {
    return jdbc.sql("select rules from banking.mapping where local_id = ? and id = ?")
        .params(BankScope.local(), mapping)
        .query(String.class)
        .single();
  }

  /** Keeps one, in place of another with its name. */
  public UUID keep(String name, String rules) {
    return jdbc.sql("""
        insert into banking.mapping (local_id, id, name, rules, changed_by, changed_at) values (?, ?, ?, ?, ?::uuid, ?)
        on conflict (local_id, lower(name)) do update set rules = excluded.rules, name = excluded.name,
          version = banking.mapping.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
        returning id""")
        .params(BankScope.local(), ids.next(), name, rules)
        .param(BankScope.author())
        .param(Timestamp.from(clock.instant()))
        .query(UUID.class)
        .single();
  }
}
