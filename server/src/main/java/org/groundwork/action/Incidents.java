// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.files.FileStore;
import org.groundwork.platform.files.SafeFile;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happened at the gates: added, and never changed, so that it can be held against what others say. Runs inside the
 * caller's transaction.
 */
public final class Incidents {
  private static final String KIND = "incident";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final FileStore files;
  private final Audit audit;

  Incidents(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, FileStore files, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.files = files;
    this.audit = audit;
  }

  /**
   * What somebody writes down.
   *
   * @param by absent where nobody is written down
   */
  public record New(UUID gate, Instant at, Picket.Kind kind, String told, String plate, Optional<UUID> by) {}

  /** Keeps a photo of a form that is not done yet. */
  public FileStore.Keeping keepWaiting(UUID form, SafeFile photo) {
    return files.keepWaiting(waiting(form), photo);
  }

  /** The photos that wait with a form. */
  public List<FileStore.Kept> waitingWith(UUID form) {
    return files.of(waiting(form));
  }

  /** Drops the photos of a form that was done already. */
  public void drop(UUID form) {
    files.removeAll(waiting(form));
  }

  /** Writes down what happened, with the photos of its form. */
  public UUID add(UUID action, UUID form, New happened) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into action.incident (local_id, id, gate_id, at, kind, told, plate, changed_by, changed_at)
        values (:local, :id, :gate, :at, :kind, :told, :plate::bytea, :by::uuid, :now)""")
        .param("local", local())
        .param("id", id)
        .param("gate", happened.gate())
        .param("at", Timestamp.from(happened.at()))
        .param("kind", happened.kind().key())
        .param("told", seals.seal("incident", "told", id, happened.told()))
        .param("plate", seals.sealIfAny("incident", "plate", id, happened.plate()))
        .param("by", happened.by().orElse(null))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    files.hand(waiting(form), subject(id));
    audit.record("picket-incident", Actions.subject(action), happened.kind().key());
    return id;
  }

  /** What happened at these gates, the latest first. */
  public List<Picket.Incident> at(List<UUID> gates, int most) {
    return jdbc.sql("""
        select id, gate_id, at, kind, told, plate, changed_by from action.incident
        where local_id = ? and gate_id in (select unnest(?::uuid[])) order by at desc, id desc limit ?""")
        .params(local(), gates.toArray(UUID[]::new), most)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Picket.Incident(id, rs.getObject(2, UUID.class), rs.getTimestamp(3).toInstant(),
              Picket.Kind.known(rs.getString(4)).orElseThrow(),
              seals.open("incident", "told", id, rs.getBytes(5)),
              seals.openIfAny("incident", "plate", id, rs.getBytes(6)),
              Optional.ofNullable(rs.getObject(7, UUID.class)));
        })
        .list();
  }

  /** The photos of what happened. */
  public List<FileStore.Kept> photos(UUID incident) {
    return files.of(subject(incident));
  }

  /** The photos of all that happened; nothing of what has none. */
  public Map<UUID, List<FileStore.Kept>> photos(Collection<UUID> incidents) {
    return files.ofMany(KIND, incidents);
  }

  /** A photo, opened. */
  public record Opened(FileStore.Kept kept, byte[] content) {}

  /** Opens a photo of what happened at one of these gates; each look is written down. */
  public Optional<Opened> look(UUID action, List<UUID> gates, UUID incident, UUID file) {
    boolean there = jdbc.sql("""
        select exists (select 1 from action.incident where local_id = ? and id = ?
          and gate_id in (select unnest(?::uuid[])))""")
        .params(local(), incident, gates.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
    var kept = there ? files.of(subject(incident), file) : Optional.<FileStore.Kept>empty();
    kept.ifPresent(_ -> audit.record("picket-photo-seen", Actions.subject(action), ""));
    return kept.map(photo -> new Opened(photo, files.content(subject(incident), file)));
  }

  private static SubjectRef waiting(UUID form) { return new SubjectRef("incident-form", form); }

  private static SubjectRef subject(UUID incident) { return new SubjectRef(KIND, incident); }

  private static UUID local() { return Tenancy.current().value(); }
}
