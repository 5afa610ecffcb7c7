// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives, finds and ends mandates, and ties accounts to persons of the local. Runs inside the caller's transaction. */
public final class Mandates {
  private static final String COLUMNS = """
      select m.id, m.person_id, m.role, m.whole_local, m.from_at, m.until_at, m.source_kind, m.source_id,
        array(select s.site_id from platform.mandate_site s where s.local_id = :local and s.mandate_id = m.id) sites
      from platform.mandate m
      """;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final SamePlace places;

  public Mandates(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, SamePlace places) {
    this.places = places;
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
        insert into platform.mandate (local_id, id, person_id, role, whole_local, from_at, until_at, source_kind, source_id,
          changed_at, changed_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)""")
        .params(local, mandate.id(), person, role.key(), reach instanceof Reach.WholeLocal,
            Timestamp.from(mandate.from()),
            Timestamp.from(until), source.kind(), source.id(), Timestamp.from(mandate.from()))
        .param(caller())
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
        update platform.mandate set until_at = greatest(?, from_at + interval '1 microsecond'), version = version + 1,
          changed_at = ?, changed_by = ?::uuid
        where local_id = ? and id = ? and until_at > ?""")
        .params(now(), now())
        .param(caller())
        .params(Tenancy.current().value(), mandate, now())
        .update();
    if (ended == 1) {
      audit.record("mandate-ended", new SubjectRef("mandate", mandate), "");
    }
  }

  /** The mandates of a person that are in force now. One for a site reaches every site that is the same place. */
  public List<Mandate> inForce(UUID person) {
    return jdbc.sql(COLUMNS + """
        where m.local_id = :local and m.person_id = :person and m.from_at <= :now and m.until_at > :now
        order by m.from_at, m.id""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("now", now())
        .query(Mandates::read)
        .list()
        .stream()
        .map(this::reaching)
        .toList();
  }

  private Mandate reaching(Mandate held) {
    return held.reach() instanceof Reach.Sites(var sites)
        ? new Mandate(held.id(), held.person(), held.role(), new Reach.Sites(places.of(sites)), held.from(),
            held.until(), held.source())
        : held;
  }

  /** Every mandate a person holds or held, the latest first, at most {@code most}. */
  public List<Mandate> of(UUID person, int most) {
    return jdbc.sql(COLUMNS + """
        where m.local_id = :local and m.person_id = :person order by m.from_at desc, m.id desc limit :most""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("most", most)
        .query(Mandates::read)
        .list();
  }

  /** Everybody who holds a power over the whole local or some of its sites now. */
  public List<UUID> holders(Power power) {
    return jdbc.sql("""
        select distinct person_id from platform.mandate
        where local_id = ? and role = any(?) and from_at <= ? and until_at > ? order by person_id""")
        .params(Tenancy.current().value(), granting(power), now(), now())
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /**
   * Whether somebody besides {@code person} may administer the local and has a way in. What ends an office asks after
   * {@link #lockOffices()}.
   */
  public boolean othersAdminister(UUID person) {
    return jdbc.sql("""
        select exists (select 1 from platform.mandate m
          join platform.affiliation a on a.local_id = m.local_id and a.person_id = m.person_id and a.ended_at is null
          where m.local_id = :local and m.person_id <> :person and m.role = any(:roles) and m.from_at <= :now
            and m.until_at > :now)""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("roles", granting(Power.ADMINISTER))
        .param("now", now())
        .query(Boolean.class)
        .single();
  }

  /** One at a time ends offices of the current local, until its transaction ends: two who go at once are not both let. */
  public void lockOffices() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("platform.mandate " + Tenancy.current().value())
        .query(rs -> {});
  }

  /** Everybody who holds a power over the whole local now. */
  public List<UUID> everywhere(Power power) {
    return holders(power, Set.of());
  }

  /** Everybody who holds a power over the whole local or one of these sites now. */
  public List<UUID> holders(Power power, Set<UUID> sites) {
    return jdbc.sql("""
        select distinct m.person_id from platform.mandate m
        where m.local_id = :local and m.role = any(:roles) and m.from_at <= :now and m.until_at > :now
          and (m.whole_local or exists (select 1 from platform.mandate_site s
            where s.local_id = :local and s.mandate_id = m.id and s.site_id = any(:sites)))
        order by m.person_id""")
        .param("local", Tenancy.current().value())
        .param("roles", granting(power))
        .param("now", now())
        .param("sites", places.of(sites).toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Ties an account to its person in the current local. The person has no account yet. */
  public void affiliate(UUID account, UUID person) {
    jdbc.sql("insert into platform.affiliation (local_id, account_id, person_id, since) values (?, ?, ?, ?)")
        .params(Tenancy.current().value(), account, person, now())
        .update();
  }

  /**
   * Ties an account to a person in place of whatever account the person had.
   *
   * @return the account that was tied to the person until now, if it was another
   * @throws NotAllowed if the account is another person's of this local
   */
  Optional<UUID> reaffiliate(UUID account, UUID person) {
    UUID local = Tenancy.current().value();
    var before = jdbc.sql("""
        update platform.affiliation set ended_at = ? where local_id = ? and person_id = ? and ended_at is null
        returning account_id""").params(now(), local, person).query(UUID.class).optional();
    int tied = jdbc.sql("""
        insert into platform.affiliation (local_id, account_id, person_id, since) values (?, ?, ?, ?)
        on conflict (local_id, account_id) do update set person_id = excluded.person_id, since = excluded.since,
          ended_at = null where platform.affiliation.ended_at is not null""")
        .params(local, account, person, now())
        .update();
    if (tied == 0) {
      throw new NotAllowed(NotAllowed.Reason.CHANGED_MEANWHILE);
    }
    return before.filter(other -> !other.equals(account));
  }

  /** The person of the current local behind an account. */
  public Optional<UUID> personOf(UUID account) {
    return jdbc
        .sql("select person_id from platform.affiliation where local_id = ? and account_id = ? and ended_at is null")
        .params(Tenancy.current().value(), account)
        .query(UUID.class)
        .optional();
  }

  /** The account of a person of the current local. */
  public Optional<UUID> accountOf(UUID person) {
    return jdbc
        .sql("select account_id from platform.affiliation where local_id = ? and person_id = ? and ended_at is null")
        .params(Tenancy.current().value(), person)
        .query(UUID.class)
        .optional();
  }

  /** Which of these people of the current local have an account. */
  public Set<UUID> withAccount(Collection<UUID> people) {
    return new HashSet<>(jdbc.sql("""
        select person_id from platform.affiliation where local_id = ? and person_id in (select unnest(?::uuid[]))
          and ended_at is null""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Parts a person of the current local from whatever account they had, because their record is deleted for good. */
  public Optional<UUID> part(UUID person) { return jdbc.sql("""
        update platform.affiliation set ended_at = ? where local_id = ? and person_id = ? and ended_at is null
        returning account_id""").params(now(), Tenancy.current().value(), person).query(UUID.class).optional(); }

  /** The people of the current local who can sign in, the longest first, at most {@code most}. */
  public List<UUID> withAccount(int most) {
    return jdbc.sql("""
        select person_id from platform.affiliation where local_id = ? and ended_at is null
        order by since, person_id limit ?""")
        .params(Tenancy.current().value(), most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Everybody who holds an office now, at most {@code most}. */
  public List<UUID> officers(int most) {
    return jdbc
        .sql(
            """
        select distinct m.person_id from platform.mandate m
        where m.local_id = ? and m.role <> 'member' and m.from_at <= ? and m.until_at > ? order by m.person_id limit ?""")
        .params(Tenancy.current().value(), now(), now(), most)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  /** Whether a person holds a mandate that lets them do more than take part. */
  public boolean holdsOffice(UUID person) {
    return inForce(person).stream().anyMatch(m -> m.role() != Role.MEMBER);
  }

  /** How many people hold one of {@code roles} now, counting at most {@code most}. */
  public int holders(Set<Role> roles, int most) {
    return jdbc.sql("""
        select count(*) from (select distinct m.person_id from platform.mandate m
          where m.local_id = :local and m.role = any(:roles) and m.from_at <= :now and m.until_at > :now
          limit :most) holders""")
        .param("local", Tenancy.current().value())
        .param("roles", roles.stream().map(Role::key).toArray(String[]::new))
        .param("now", now())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** How many people besides {@code person} hold an office and have a way in, counting at most {@code most}. */
  public int otherOfficers(UUID person, int most) {
    return jdbc.sql("""
        select count(*) from (select distinct m.person_id from platform.mandate m
          join platform.affiliation a on a.local_id = m.local_id and a.person_id = m.person_id and a.ended_at is null
          where m.local_id = :local and m.person_id <> :person and m.role <> 'member' and m.from_at <= :now
            and m.until_at > :now limit :most) officers""")
        .param("local", Tenancy.current().value())
        .param("person", person)
        .param("now", now())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** Every mandate of the current local that is in force or ended after {@code since}, those in force first. */
  public List<Mandate> all(Instant since, int most) {
    return jdbc.sql(COLUMNS + """
        where m.local_id = :local and m.until_at > :since
        order by m.until_at <= :now, m.role, m.from_at, m.id limit :most""")
        .param("local", Tenancy.current().value())
        .param("since", Timestamp.from(since))
        .param("now", now())
        .param("most", most)
        .query(Mandates::read)
        .list();
  }

  /** One mandate of the current local. */
  public Optional<Mandate> byId(UUID mandate) {
    return jdbc.sql(COLUMNS + "where m.local_id = :local and m.id = :id")
        .param("local", Tenancy.current().value())
        .param("id", mandate)
        .query(Mandates::read)
        .optional();
  }

  /** The person of {@code local} behind an account, as a caller with the mandates in force; empty if there is none. */
  Optional<Caller.Actor> actor(Accounts.Session session, LocalId local, String handle) {
    return personOf(session.account())
        .map(person -> new Caller.Actor(session.account(), session.runsInstallation(), local, handle, person,
            inForce(person)));
  }

  private static Mandate read(ResultSet rs, int row) throws SQLException {
    return new Mandate(rs.getObject("id", UUID.class), rs.getObject("person_id", UUID.class),
        roleOf(rs.getString("role")),
        rs.getBoolean("whole_local")
            ? new Reach.WholeLocal()
            : new Reach.Sites(new HashSet<>(Arrays.asList((UUID[]) rs.getArray("sites").getArray()))),
        rs.getTimestamp("from_at").toInstant(), rs.getTimestamp("until_at").toInstant(),
        new SubjectRef(rs.getString("source_kind"), rs.getObject("source_id", UUID.class)));
  }

  private static String[] granting(Power power) {
    return Arrays.stream(Role.values()).filter(role -> role.grants(power)).map(Role::key).toArray(String[]::new);
  }

  private static Role roleOf(String key) { return Role.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')); }

  private static @Nullable UUID caller() {
    return Callers.current() instanceof Caller.Actor actor ? actor.person() : null;
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
