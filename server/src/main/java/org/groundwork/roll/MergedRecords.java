// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the records that were merged into others, also over several merges. Runs inside the caller's transaction. */
final class MergedRecords {
  static final String SQL = """
      with recursive same (root, id) as (
        select p.id, p.id from roll.person p where p.local_id = :local and p.id = any(:people)
        union select same.root, p.id from same join roll.person p on p.merged_into = same.id where p.local_id = :local)
      select root, id from same""";

  /** Notes who stands for records now, and for all that were merged into them. */
  static final String STAND_FOR = """
      with recursive same (id) as (
        select p.id from roll.person p where p.local_id = :local and p.id = any(:people)
        union select p.id from same join roll.person p on p.merged_into = same.id where p.local_id = :local)
      update roll.person p set now_id = nullif(:now::uuid, p.id) from same where p.local_id = :local and p.id = same.id""";

  private MergedRecords() {}

  /** Each of these people and each record merged into one of them, with the record it is part of now. */
  static Map<UUID, UUID> into(JdbcClient jdbc, Collection<UUID> people) {
    var found = new LinkedHashMap<UUID, UUID>();
    jdbc.sql(SQL)
        .param("local", Tenancy.current().value())
        .param("people", people.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(2, UUID.class), rs.getObject(1, UUID.class));
        });
    return found;
  }
}
