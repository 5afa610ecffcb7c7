// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The current local's targets. Runs inside the caller's transaction. */
public final class Targets {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;
  private final Audit audit;

  Targets(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.audit = audit;
  }

  /** Names a target. Where nobody knows who can say yes, finding out becomes the first research task. */
  public UUID name(TargetKind kind, Optional<String> person, Optional<String> firm, Optional<String> network) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into target.target (local_id, id, kind, person, firm, network_id, changed_by, changed_at)
        values (?, ?, ?, ?::bytea, ?::bytea, ?, ?, ?)""")
        .params(local(), id, kind.key())
        .param(seal(id, "person", person))
        .param(seal(id, "firm", firm))
        .param(network.orElse(null))
        .params(Callers.actor().person(), now())
        .update();
    if (person.isEmpty()) {
      jdbc.sql("""
          insert into target.research (local_id, id, target_id, section, open, changed_by, changed_at)
          values (?, ?, ?, 'who-decides', true, ?, ?)""")
          .params(local(), ids.next(), id, Callers.actor().person(), now())
          .update();
    }
    audit.record("target-named", new SubjectRef("target", id), kind.key());
    return id;
  }

  /** Corrects a target. Naming the person closes the task of finding out. */
  public void correct(UUID target, TargetKind kind, Optional<String> person, Optional<String> firm,
      Optional<String> network) {
    jdbc.sql("""
        update target.target set kind = ?, person = ?::bytea, firm = ?::bytea, network_id = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ?""")
        .param(kind.key())
        .param(seal(target, "person", person))
        .param(seal(target, "firm", firm))
        .param(network.orElse(null))
        .params(Callers.actor().person(), now(), local(), target)
        .update();
    jdbc.sql("""
        update target.research set open = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and target_id = ? and section = 'who-decides' and finding is null""")
        .params(person.isEmpty(), Callers.actor().person(), now(), local(), target)
        .update();
    audit.record("target-corrected", new SubjectRef("target", target), kind.key());
  }

  /** The targets of the local, oldest first. */
  public List<Target> all() {
    return jdbc.sql("select id, kind, person, firm, network_id from target.target where local_id = ? order by id")
        .param(local())
        .query((rs, i) -> read(rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3), rs.getBytes(4),
            rs.getString(5)))
        .list();
  }

  /** The target with this identity in the current local. */
  public Optional<Target> byId(UUID id) {
    return jdbc.sql("select id, kind, person, firm, network_id from target.target where local_id = ? and id = ?")
        .params(local(), id)
        .query((rs, i) -> read(id, rs.getString(2), rs.getBytes(3), rs.getBytes(4), rs.getString(5)))
        .optional();
  }

  private Target read(UUID id, String kind, byte @Nullable [] person, byte @Nullable [] firm,
      @Nullable String network) {
    return new Target(id, TargetKind.of(kind), open(id, "person", person), open(id, "firm", firm),
        Optional.ofNullable(network));
  }

  private byte @Nullable [] seal(UUID id, String column, Optional<String> text) {
    return text.map(plain -> cipher.seal(new FieldRef(local(), "target.target", column, id), plain)).orElse(null);
  }

  private Optional<String> open(UUID id, String column, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed)
        .map(bytes -> cipher.openText(new FieldRef(local(), "target.target", column, id), bytes));
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
