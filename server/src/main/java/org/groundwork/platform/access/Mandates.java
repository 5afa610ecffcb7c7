// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives, finds and ends mandates, and ties accounts to persons of the local. Runs inside the caller's transaction. */
public final class Mandates {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;

  public Mandates(JdbcClient jdbc, Ids ids, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** Gives {@code person} a role from now until {@code until}. */
  public Mandate give(UUID person, Role role, Reach reach, Instant until, SubjectRef source) {
    var mandate = new Mandate(ids.next(), person, role, reach, clock.instant(), until, source);
    UUID local = Tenancy.current().value();
    jdbc.sql("""
        insert into platform.mandate (local_id, id, person_id, role, whole_local, from_at, until_at, source_kind, source_id, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local, mandate.id(), person, role.key(), reach instanceof Reach.WholeLocal,
            Timestamp.from(mandate.from()),
            Timestamp.from(until), source.kind(), source.id(), Timestamp.from(mandate.from()))
        .update();
    if (reach instanceof Reach.Sites(var sites)) {
      sites.forEach(
          site -> jdbc.sql("insert into platform.mandate_site (local_id, mandate_id, site_id) values (?, ?, ?)")
              .params(local, mandate.id(), site)
              .update());
    }
    audit.record("mandate-given", new SubjectRef("person", person), role.key());
    return mandate;
  }

  /** Ends a mandate now. Ending one that has ended changes nothing. */
  public void end(UUID mandate) {
    int ended = jdbc.sql("""
        update platform.mandate set until_at = greatest(?, from_at + interval '1 microsecond'), version = version + 1, changed_at = ?
        where local_id = ? and id = ? and until_at > ?""")
        .params(now(), now(), Tenancy.current().value(), mandate, now())
        .update();
    if (ended == 1) {
      audit.record("mandate-ended", new SubjectRef("mandate", mandate), "");
    }
  }

  /** The mandates of a person that are in force now. */
  public List<Mandate> inForce(UUID person) {
    return jdbc.sql("""
        select m.id, m.role, m.whole_local, m.from_at, m.until_at, m.source_kind, m.source_id,
          array(select s.site_id from platform.mandate_site s where s.local_id = :local and s.mandate_id = m.id) sites
        from platform.mandate m
        where m.local_id = :local and m.person_id = :person and m.from_at <= :now and m.until_at > :now
        order by m.from_at, m.id""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("now", now())
        .query((rs, i) -> new Mandate(rs.getObject("id", UUID.class), person, roleOf(rs.getString("role")),
            rs.getBoolean("whole_local")
                ? new Reach.WholeLocal()
                : new Reach.Sites(new HashSet<>(Arrays.asList((UUID[]) rs.getArray("sites").getArray()))),
            rs.getTimestamp("from_at").toInstant(), rs.getTimestamp("until_at").toInstant(),
            new SubjectRef(rs.getString("source_kind"), rs.getObject("source_id", UUID.class))))
        .list();
  }

  /** Everybody who holds a power over the whole local or some of its sites now. */
  public List<UUID> holders(Power power) {
    String[] roles = Arrays.stream(Role.values())
        .filter(role -> role.grants(power))
        .map(Role::key)
        .toArray(String[]::new);
    return jdbc.sql("""
        select distinct person_id from platform.mandate
        where local_id = ? and role = any(?) and from_at <= ? and until_at > ? order by person_id""")
        .params(Tenancy.current().value(), roles, now(), now())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Ties an account to its person in the current local. */
  public void affiliate(UUID account, UUID person) {
    jdbc.sql("insert into platform.affiliation (local_id, account_id, person_id, since) values (?, ?, ?, ?)")
        .params(Tenancy.current().value(), account, person, now())
        .update();
  }

  /** The person of the current local behind an account. */
  public Optional<UUID> personOf(UUID account) {
    return jdbc
        .sql("select person_id from platform.affiliation where local_id = ? and account_id = ? and ended_at is null")
        .params(Tenancy.current().value(), account)
        .query(UUID.class)
        .optional();
  }

  /** The person of {@code local} behind an account, as a caller with the mandates in force; empty if there is none. */
  Optional<Caller.Actor> actor(Accounts.Session session, LocalId local, String handle) {
    return jdbc
        .sql("select person_id from platform.affiliation where local_id = ? and account_id = ? and ended_at is null")
        .params(local.value(), session.account())
        .query(UUID.class)
        .optional()
        .map(person -> new Caller.Actor(session.account(), session.runsInstallation(), local, handle, person,
            inForce(person)));
  }

  private static Role roleOf(String key) { return Role.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
