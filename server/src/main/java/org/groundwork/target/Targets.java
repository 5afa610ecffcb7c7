// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
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
  private final Research research;
  private final MailDomains domains;
  private final TargetPlaces places;

  Targets(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, Audit audit, Research research,
      MailDomains domains, TargetPlaces places) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.audit = audit;
    this.research = research;
    this.domains = domains;
    this.places = places;
  }

  /** Names a target. Where nobody knows who can say yes, finding out becomes the first research task. */
  public UUID name(TargetKind kind, Optional<String> person, Optional<String> firm, Optional<String> network) {
    return name(new TargetFields(kind, person, firm, network, List.of(), false));
  }

  /** Names a target with all that is known of it. */
  public UUID name(TargetFields fields) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into target.target (local_id, id, kind, person, firm, network_id, network_place, changed_by, changed_at)
        values (?, ?, ?, ?::bytea, ?::bytea, ?, ?, ?, ?)""")
        .params(local(), id, fields.kind().key())
        .param(seal(id, "person", fields.person()))
        .param(seal(id, "firm", fields.firm()))
        .param(fields.network().orElse(null))
        .param(placeOf(fields).orElse(null))
        .params(Callers.actor().person(), now())
        .update();
    research.whoDecides(id, fields.person().isEmpty());
    domains.replace(id, fields.domains(), fields.refuse());
    audit.record("target-named", new SubjectRef("target", id), fields.kind().key());
    return id;
  }

  /** Corrects a target whatever its version. Naming the person closes the task of finding out. */
  public void correct(UUID target, TargetKind kind, Optional<String> person, Optional<String> firm,
      Optional<String> network) {
    update(target, new TargetFields(kind, person, firm, network, List.of(), false), Optional.empty());
  }

  /** Changes a target that still has the version it was read at. Naming the person closes the task of finding out. */
  public Saved change(UUID target, long version, TargetFields fields) {
    if (!update(target, fields, Optional.of(version))) {
      return Saved.CHANGED_MEANWHILE;
    }
    domains.replace(target, fields.domains(), fields.refuse());
    return Saved.YES;
  }

  private boolean update(UUID target, TargetFields fields, Optional<Long> version) {
    boolean changed = jdbc.sql("""
        update target.target set kind = ?, person = ?::bytea, firm = ?::bytea, network_id = ?, network_place = ?,
          version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and version = coalesce(?::bigint, version)""")
        .param(fields.kind().key())
        .param(seal(target, "person", fields.person()))
        .param(seal(target, "firm", fields.firm()))
        .param(fields.network().orElse(null))
        .param(placeOf(fields).orElse(null))
        .params(Callers.actor().person(), now(), local(), target)
        .param(version.orElse(null))
        .update() == 1;
    if (changed) {
      research.whoDecides(target, fields.person().isEmpty());
      audit.record("target-corrected", new SubjectRef("target", target), fields.kind().key());
    }
    return changed;
  }

  private Optional<String> placeOf(TargetFields fields) {
    return fields.network().flatMap(network -> places.within(network, fields.person(), fields.firm()));
  }

  /** Puts each target in the network that its person, its firm or its place belongs to after networks were drawn anew. */
  void followNetworks() {
    record Placed(UUID id, String place, LocalDate since) {}
    jdbc.sql("""
        select t.id, t.network_place, t.changed_at::date from target.target t
        left join target.register_site s on s.id = t.network_place
        left join target.local_network l on l.local_id = :local and l.site_id = t.network_place
        where t.local_id = :local and t.network_place is not null
          and coalesce(l.network_id, s.network_id, '') <> t.network_id order by t.id""")
        .param("local", local())
        .query((rs, i) -> new Placed(rs.getObject(1, UUID.class), rs.getString(2), rs.getObject(3, LocalDate.class)))
        .list()
        .forEach(moved -> places.now(byId(moved.id()).orElseThrow(), moved.place(), moved.since())
            .ifPresent(now -> jdbc.sql("""
                update target.target set network_id = ?, network_place = ?, version = version + 1, changed_at = ?
                where local_id = ? and id = ?""")
                .params(now.network(), now.place(), now(), local(), moved.id())
                .update()));
  }

  /** The targets whose networks these are, newest first; at most {@code most}. */
  public List<Target> ofNetworks(Collection<String> networks, int most) {
    return jdbc.sql("""
        select id, kind, person, firm, network_id, version from target.target
        where local_id = ? and network_id = any(?) order by id desc limit ?""")
        .params(local(), networks.toArray(String[]::new), most)
        .query((rs, i) -> read(rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3), rs.getBytes(4),
            rs.getString(5), rs.getLong(6)))
        .list();
  }

  static final String PAGE = """
      select id, kind, person, firm, network_id, version from target.target
      where local_id = ? and id < ? order by id desc limit ?""";

  /** The targets of the local, newest first, those after one of a page before; at most {@code most}. */
  public List<Target> page(Optional<UUID> after, int most) {
    return jdbc.sql(PAGE)
        .params(local(), after.orElse(new UUID(-1L, -1L)), most)
        .query((rs, i) -> read(rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3), rs.getBytes(4),
            rs.getString(5), rs.getLong(6)))
        .list();
  }

  /** The targets of the local, oldest first. */
  public List<Target> all() {
    return jdbc
        .sql("select id, kind, person, firm, network_id, version from target.target where local_id = ? order by id")
        .param(local())
        .query((rs, i) -> read(rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3), rs.getBytes(4),
            rs.getString(5), rs.getLong(6)))
        .list();
  }

  /** The target with this identity in the current local. */
  public Optional<Target> byId(UUID id) {
    return jdbc
        .sql("select id, kind, person, firm, network_id, version from target.target where local_id = ? and id = ?")
        .params(local(), id)
        .query((rs, i) -> read(id, rs.getString(2), rs.getBytes(3), rs.getBytes(4), rs.getString(5),
            rs.getLong(6)))
        .optional();
  }

  private Target read(UUID id, String kind, byte @Nullable [] person, byte @Nullable [] firm,
      @Nullable String network, long version) {
    return new Target(id, TargetKind.of(kind), open(id, "person", person), open(id, "firm", firm),
        Optional.ofNullable(network), version);
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
