// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends grievances and opens them again. Where nobody else was ever involved it was no fight, whatever somebody would
 * like to call it: it reads <em>helped individually</em>. Runs inside the caller's transaction.
 */
public final class Closing {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Grievances grievances;
  private final CauseCounts counts;
  private final List<Fights> fights;
  private final Evidence evidence;
  private final Audit audit;

  Closing(JdbcClient jdbc, Clock clock, Grievances grievances, CauseCounts counts, List<Fights> fights,
      Evidence evidence, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.grievances = grievances;
    this.counts = counts;
    this.fights = List.copyOf(fights);
    this.evidence = evidence;
    this.audit = audit;
  }

  /** What an end would read for this grievance now. */
  public ClosedAs reads(Grievance grievance, ClosedAs chosen) {
    return chosen == ClosedAs.IN_A_FIGHT && alone(grievance) ? ClosedAs.HELPED_INDIVIDUALLY : chosen;
  }

  /** Whether nobody else was ever involved: no other report that is open or was confirmed, and no campaign. */
  private boolean alone(Grievance grievance) {
    boolean fought = fights.stream()
        .anyMatch(known -> known.about(grievance.kind(), grievance.network(), grievance.site()));
    return !fought && !(grievance.network().isPresent() ? sharedInNetwork(grievance) : sharedAtPlace(grievance));
  }

  private boolean sharedInNetwork(Grievance grievance) {
    return jdbc.sql("""
        select exists (select 1 from grievance.grievance g where g.local_id = ? and g.network_id = ? and g.kind = ? and g.id <> ?
          and (g.closed_as is null or g.confirmed_at is not null) and g.closed_as is distinct from 'not-ours')""")
        .params(local(), grievance.network().orElseThrow(), grievance.kind().key(), grievance.id())
        .query(Boolean.class)
        .single();
  }

  private boolean sharedAtPlace(Grievance grievance) {
    return jdbc.sql("""
        select exists (select 1 from grievance.grievance g where g.local_id = :local and g.kind = :kind and g.id <> :id
          and (g.register_site = :register or g.site_id = any(array(
            select o.id from roll.api_site_now n join roll.api_site_now o on o.local_id = :local and o.site_id = n.site_id
            where n.local_id = :local and n.id = :site::uuid)))
          and (g.closed_as is null or g.confirmed_at is not null) and g.closed_as is distinct from 'not-ours')""")
        .param("local", local())
        .param("kind", grievance.kind().key())
        .param("id", grievance.id())
        .param("site", grievance.site().orElse(null))
        .param("register", grievance.registerSite().orElse(null))
        .query(Boolean.class)
        .single();
  }

  /** Ends a grievance that still has this version. What was sent with one that is not ours or was taken back is deleted. */
  public Saved close(UUID grievance, long version, ClosedAs chosen) {
    Grievance before = grievances.byId(grievance).orElseThrow();
    ClosedAs end = reads(before, chosen);
    Saved saved = set(grievance, version, end, "grievance-closed", end.key());
    if (saved instanceof Saved.Yes && (end == ClosedAs.NOT_OURS || end == ClosedAs.WITHDRAWN)) {
      evidence.forget(grievance);
    }
    return saved;
  }

  /** Opens a grievance again that still has this version. */
  public Saved reopen(UUID grievance, long version) {
    return set(grievance, version, null, "grievance-reopened", "");
  }

  private Saved set(UUID grievance, long version, @Nullable ClosedAs end, String act, String detail) {
    counts.enter();
    int changed = jdbc
        .sql(
            """
        update grievance.grievance set closed_as = :end, closed_at = :closed::timestamptz, version = version + 1,
          changed_by = :by, changed_at = :now
        where local_id = :local and id = :id and version = :version and (closed_as is null) = (:end::text is not null)""")
        .param("end", end == null ? null : end.key())
        .param("closed", end == null ? null : now())
        .param("by", Callers.actor().person())
        .param("now", now())
        .param("local", local())
        .param("id", grievance)
        .param("version", version)
        .update();
    Grievance now = grievances.byId(grievance).orElseThrow();
    if (changed == 0) {
      return new Saved.ChangedMeanwhile(now);
    }
    now.network().ifPresent(network -> counts.count(network, now.kind().key()));
    audit.record(act, new SubjectRef("grievance", grievance), detail);
    return new Saved.Yes();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
