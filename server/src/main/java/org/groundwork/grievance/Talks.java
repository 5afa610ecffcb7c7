// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Contacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The conversations a grievance leads to: who was spoken with, and who talks next about what. Runs inside the caller's
 * transaction; who may is decided before.
 */
public final class Talks {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final GrievanceRows rows;
  private final Grievances grievances;
  private final CauseCounts counts;
  private final Contacts contacts;
  private final Audit audit;

  Talks(JdbcClient jdbc, Clock clock, GrievanceRows rows, Grievances grievances, Writing writing) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.rows = rows;
    this.grievances = grievances;
    this.counts = writing.counts();
    this.contacts = writing.contacts();
    this.audit = writing.audit();
  }

  /** What changing a grievance takes. */
  record Writing(CauseCounts counts, Contacts contacts, Audit audit) {}

  /**
   * Notes that an organiser has spoken with the person; from now on the grievance counts as confirmed. Done once more it
   * says who the person is, if that was not known.
   *
   * @param person who it is; absent while nobody can tell, and then it counts as a report and not as a person
   */
  public Saved spoken(UUID grievance, long version, Optional<UUID> person) {
    counts.enter();
    int changed = jdbc.sql("""
        update grievance.grievance set confirmed_at = coalesce(confirmed_at, :now), confirmed_by = coalesce(confirmed_by, :by),
          person_id = coalesce(:person::uuid, person_id), site_id = coalesce(site_id, :site::uuid),
          version = version + 1, changed_by = :by, changed_at = :now
        where local_id = :local and id = :id and version = :version""")
        .param("now", now())
        .param("by", Callers.actor().person())
        .param("person", person.orElse(null))
        .param("site", siteOfRegister(grievance).orElse(null))
        .param("local", local())
        .param("id", grievance)
        .param("version", version)
        .update();
    if (changed == 1) {
      person.ifPresent(who -> contacts.talkedTo(who, LocalDate.now(clock.withZone(ZoneOffset.UTC))));
      audit.record("grievance-confirmed", new SubjectRef("grievance", grievance), person.isPresent() ? "matched" : "");
    }
    return saved(changed, grievance);
  }

  /** Says who talks with the person next, about what and by when. */
  public Saved plan(UUID grievance, long version, Grievances.NextTalk next) {
    counts.enter();
    int changed = jdbc.sql("""
        update grievance.grievance set next_ask = ?, next_owner = ?, next_on = ?::date, version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and id = ? and version = ? and closed_as is null""")
        .param(rows.seal(grievance, "next_ask", next.ask()))
        .param(next.owner())
        .param(next.on().map(Date::valueOf).orElse(null))
        .params(Callers.actor().person(), now(), local(), grievance, version)
        .update();
    if (changed == 1) {
      audit.record("talk-planned", new SubjectRef("grievance", grievance), "");
    }
    return saved(changed, grievance);
  }

  private Saved saved(int changed, UUID grievance) {
    Grievance now = grievances.byId(grievance).orElseThrow();
    if (changed == 0) {
      return new Saved.ChangedMeanwhile(now);
    }
    now.network().ifPresent(network -> counts.count(network, now.kind().key()));
    return new Saved.Yes();
  }

  /** The sites of the local that a grievance is about: its own, or those that are the same place of a register. */
  public List<UUID> sites(Grievance grievance) {
    return jdbc.sql("""
        select n.site_id from roll.api_site_now n where n.local_id = :local and n.id = :site::uuid
        union select s.id from roll.api_site s where s.local_id = :local and s.register_site = :register""")
        .param("local", local())
        .param("site", grievance.site().orElse(null))
        .param("register", grievance.registerSite().orElse(null))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private Optional<UUID> siteOfRegister(UUID grievance) {
    return grievances.byId(grievance).flatMap(found -> sites(found).stream().findFirst());
  }

  /** The report that has waited longest for a conversation, among those one may see. */
  public Optional<Grievance> longestWaiting(ReportQuery.Within within) {
    return ReportQuery.longestWaiting(jdbc, within).query(rows::read).optional();
  }

  /** The next talk that a person owns and whose day has come. */
  public Optional<Grievance> dueFor(UUID person, LocalDate today) {
    return jdbc.sql(GrievanceRows.SELECT + """
         where g.local_id = ? and g.next_owner = ? and g.next_on <= ? and g.closed_as is null
        order by g.next_on, g.id limit 1""")
        .params(local(), person, Date.valueOf(today))
        .query(rows::read)
        .optional();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
