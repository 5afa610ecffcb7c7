// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log of the current local for its page, newest first. */
final class AuditLog {
  private static final String PERSON = "person";
  private final JdbcClient jdbc;
  private final AuditKeys keys;
  private final List<SubjectNames> names;

  AuditLog(JdbcClient jdbc, AuditKeys keys, List<SubjectNames> names) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.names = List.copyOf(names);
  }

  private record Stored(UUID id, Instant at, Optional<Payload> payload, boolean sealed) {}

  /** At most {@code most} entries older than {@code before}, or the newest. */
  List<AuditPage.Line> lines(Optional<UUID> before, int most) {
    UUID local = Tenancy.current().value();
    var stored = jdbc.sql("""
        select e.id, e.at, e.payload, exists (
          select 1 from platform.audit_seal s where s.local_id = e.local_id and s.entry_id = e.id)
        from platform.audit_entry e where e.local_id = ? and e.id < ? order by e.id desc limit ?""")
        .params(local, before.orElse(new UUID(-1, -1)), most)
        .query((rs, i) -> {
          UUID id = Objects.requireNonNull(rs.getObject(1, UUID.class));
          var payload = Optional.ofNullable(rs.getBytes(3)).map(p -> Payload.parse(keys.open(local, id, p).payload()));
          return new Stored(id, Objects.requireNonNull(rs.getTimestamp(2)).toInstant(), payload, rs.getBoolean(4));
        })
        .list();
    var known = namesOf(stored);
    return stored.stream().map(s -> line(s, known)).toList();
  }

  /** Where the chain of the current local ends, for who wants to note it. */
  Optional<AuditVerdict.Head> head() {
    return jdbc.sql("select seq, link from platform.audit_head where local_id = ?")
        .param(Tenancy.current().value())
        .query((rs, i) -> new AuditVerdict.Head(rs.getLong(1), Objects.requireNonNull(rs.getBytes(2))))
        .optional();
  }

  private static AuditPage.Line line(Stored stored, Map<SubjectRef, String> known) {
    return new AuditPage.Line(stored.id(), stored.at(), stored.sealed(), stored.payload().map(p -> {
      var by = p.by().map(person -> called(new SubjectRef(PERSON, person), known));
      return new AuditPage.Said(p.action(), by, called(p.subject(), known), p.detail());
    }));
  }

  private static AuditPage.Called called(SubjectRef subject, Map<SubjectRef, String> known) {
    String id = subject.id().toString();
    return new AuditPage.Called(subject.kind(), Optional.ofNullable(known.get(subject)), id.substring(id.length() - 6));
  }

  private Map<SubjectRef, String> namesOf(List<Stored> stored) {
    Map<String, Set<UUID>> asked = new HashMap<>();
    for (Stored entry : stored) {
      entry.payload().ifPresent(p -> {
        asked.computeIfAbsent(p.subject().kind(), k -> new HashSet<>()).add(p.subject().id());
        p.by().ifPresent(person -> asked.computeIfAbsent(PERSON, k -> new HashSet<>()).add(person));
      });
    }
    Map<SubjectRef, String> known = new HashMap<>();
    for (SubjectNames of : names) {
      of.names(asked.getOrDefault(of.kind(), Set.of()))
          .forEach((id, name) -> known.put(new SubjectRef(of.kind(), id), name));
    }
    return known;
  }
}
