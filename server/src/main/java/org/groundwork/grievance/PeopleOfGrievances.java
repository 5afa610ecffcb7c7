// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a contact is deleted for good, their grievances stay as what happened, when and where; what they told, how to
 * reach them, what they showed and their papers go with them. Nobody can tell afterwards that several reports were one
 * person's, so of each common cause one stays counted, a confirmed one if there is one, and the others end as withdrawn:
 * forgetting never makes people out of reports.
 */
final class PeopleOfGrievances implements PersonForgotten {
  private final JdbcClient jdbc;
  private final CauseCounts counts;
  private final FileStore files;
  private final Clock clock;

  PeopleOfGrievances(JdbcClient jdbc, Clock clock, CauseCounts counts, FileStore files) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.counts = counts;
    this.files = files;
  }

  private record Theirs(UUID id, String network, String kind) {
    CauseCounts.Key cause() { return new CauseCounts.Key(network, kind); }
  }

  @Override
  public void forget(UUID person) {
    UUID local = Tenancy.current().value();
    counts.enter();
    UUID[] records = records(local, person);
    lock(local, records);
    endAllButOneOfEachCause(local, records);
    var theirs = jdbc.sql("""
        update grievance.grievance set person_id = null, told = null, contact = null, place = null, next_ask = null,
          follow_up = null, version = version + 1
        where local_id = ? and person_id = ? returning id, coalesce(network_id, ''), kind""")
        .params(local, person)
        .query((rs, i) -> new Theirs(rs.getObject(1, UUID.class), rs.getString(2), rs.getString(3)))
        .list();
    theirs.forEach(this::forgotten);
    counts.countAtCommit(
        theirs.stream().filter(grievance -> !grievance.network().isEmpty()).map(Theirs::cause).toList());
  }

  /** The person's records: those merged into one another are one person. */
  private UUID[] records(UUID local, UUID person) {
    return jdbc.sql("""
        select n.id from roll.api_person_now n where n.local_id = :local and n.person_id = (
          select me.person_id from roll.api_person_now me where me.local_id = :local and me.id = :person)""")
        .param("local", local)
        .param("person", person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .toArray(UUID[]::new);
  }

  /** All of the person's reports, in one order for everybody. */
  private void lock(UUID local, UUID[] records) { jdbc.sql("""
        select o.id from grievance.grievance o where o.local_id = ? and o.person_id = any(?)
        order by o.id for update""")
      .params(local, records)
      .query(rs -> {}); }

  private void endAllButOneOfEachCause(UUID local, UUID[] records) {
    jdbc.sql("""
        update grievance.grievance g set closed_as = 'withdrawn', closed_at = :now
        from (select o.id, row_number() over (partition by o.network_id, o.kind
              order by o.confirmed_at is null, o.reported_on desc, o.id) as place
            from grievance.grievance o where o.local_id = :local and o.person_id = any(:records)
              and o.network_id is not null
              and (o.closed_as is null or o.closed_as = 'in-a-fight')) theirs
        where g.local_id = :local and g.id = theirs.id and theirs.place > 1""")
        .param("now", Timestamp.from(clock.instant()))
        .param("local", local)
        .param("records", records)
        .update();
  }

  private void forgotten(Theirs grievance) {
    jdbc.sql("delete from grievance.paper where local_id = ? and grievance_id = ?")
        .params(Tenancy.current().value(), grievance.id())
        .update();
    files.removeAll(new SubjectRef("grievance", grievance.id()));
  }
}
