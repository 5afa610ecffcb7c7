// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a contact is deleted for good, their grievances stay as what happened, when and where; what they told, how to
 * reach them and what they showed goes with them.
 */
final class PeopleOfGrievances implements PersonForgotten {
  private final JdbcClient jdbc;
  private final CauseCounts counts;
  private final FileStore files;

  PeopleOfGrievances(JdbcClient jdbc, CauseCounts counts, FileStore files) {
    this.jdbc = jdbc;
    this.counts = counts;
    this.files = files;
  }

  private record Theirs(UUID id, String network, String kind) {}

  @Override
  public void forget(UUID person) {
    UUID local = Tenancy.current().value();
    jdbc.sql("""
        update grievance.grievance set person_id = null, told = null, contact = null, place = null, next_ask = null,
          follow_up = null, version = version + 1
        where local_id = ? and person_id = ? returning id, coalesce(network_id, ''), kind""")
        .params(local, person)
        .query((rs, i) -> new Theirs(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3)))
        .list()
        .forEach(this::forgotten);
  }

  private void forgotten(Theirs grievance) {
    files.removeAll(new SubjectRef("grievance", grievance.id()));
    if (!grievance.network().isEmpty()) {
      counts.count(grievance.network(), grievance.kind());
    }
  }
}
