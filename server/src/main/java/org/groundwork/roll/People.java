// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of the current local: who they are and where they hold a place. A person needs no more than something to
 * call them by. Runs inside the caller's transaction.
 */
public final class People {
  /** A contact nobody talks to is forgotten after this long. */
  public static final Period FORGET_AFTER = Period.ofMonths(6);
  /** The record of somebody who left is deleted after this long. */
  public static final Period KEPT_AFTER_LEAVING = Period.ofYears(1);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final PersonFields fields;
  private final ChangeSets changes;

  People(JdbcClient jdbc, Ids ids, Clock clock, PersonFields fields, ChangeSets changes) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.fields = fields;
    this.changes = changes;
  }

  /** What is known of somebody; everything but the name may be missing. */
  public record Known(String name, Optional<String> phone, Optional<String> mail, String remark) {}

  /**
   * Somebody's place at a site.
   *
   * @param unit absent while nobody knows which door or department
   */
  public record Place(UUID person, Optional<UUID> unit, boolean bossSide) {}

  /** Enters a contact: somebody known and not joined, forgotten after {@link #FORGET_AFTER} without a conversation. */
  public UUID addContact(UUID changeSet, Known known) {
    return add(changeSet, known, PersonState.CONTACT);
  }

  /** Enters somebody who joins at once, such as a founder. */
  public UUID addMember(UUID changeSet, Known known) {
    UUID person = add(changeSet, known, PersonState.MEMBER);
    jdbc.sql("""
        insert into roll.membership (local_id, id, person_id, kind, state, since, changed_by, changed_at)
        values (?, ?, ?, 'member', 'active', ?, ?::uuid, ?)""")
        .params(Tenancy.current().value(), ids.next(), person, Date.valueOf(LocalDate.now(clock)))
        .param(Author.id())
        .param(now())
        .update();
    return person;
  }

  private UUID add(UUID changeSet, Known known, PersonState state) {
    UUID id = ids.next();
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    boolean contact = state == PersonState.CONTACT;
    var sealed = fields.seal(id, known);
    jdbc.sql(
        """
        insert into roll.person (local_id, id, name, name_tokens, phone, phone_index, mail, mail_index, remark, state,
          agreed_on, forget_on, known_by, created_at, changed_by, changed_at)
        values (:local, :id, :name, :tokens, :phone, :phoneIndex, :mail, :mailIndex, :remark, :state, :agreedOn, :forgetOn,
          :knownBy::uuid, :now, :by::uuid, :now)""")
        .param("local", Tenancy.current().value())
        .param("id", id)
        .param("name", sealed.name())
        .param("tokens", sealed.tokens())
        .param("phone", sealed.phone())
        .param("phoneIndex", sealed.phoneIndex())
        .param("mail", sealed.mail())
        .param("mailIndex", sealed.mailIndex())
        .param("remark", sealed.remark())
        .param("state", state.key())
        .param("agreedOn", contact ? null : today)
        .param("forgetOn", contact ? today.plus(FORGET_AFTER) : null)
        .param("knownBy", contact ? Author.id() : null)
        .param("now", now())
        .param("by", Author.id())
        .update();
    changes.created(changeSet, "roll.person", id);
    return id;
  }

  /** Puts a person into a unit of a site, or at the site where the unit is not known. */
  public UUID place(UUID changeSet, UUID person, UUID site, Optional<UUID> unit, boolean bossSide) {
    UUID id = ids.next();
    jdbc.sql("""
        insert into roll.position (local_id, id, person_id, site_id, unit_id, boss_side, since, changed_by, changed_at)
        values (?, ?, ?, ?, ?::uuid, ?, ?, ?::uuid, ?)""")
        .params(Tenancy.current().value(), id, person, site)
        .param(unit.orElse(null))
        .params(bossSide,
            Date.valueOf(LocalDate.now(clock)))
        .param(Author.id())
        .param(now())
        .update();
    changes.created(changeSet, "roll.position", id);
    return id;
  }

  /** Everybody who holds a place at a site now. */
  public List<Place> at(UUID site) {
    return jdbc.sql("""
        select p.person_id, p.unit_id, p.boss_side from roll.position p
        where p.local_id = ? and p.site_id = ? and p.until is null order by p.id""")
        .params(Tenancy.current().value(), site)
        .query((rs, i) -> new Place(rs.getObject(1, UUID.class), Optional.ofNullable(rs.getObject(2, UUID.class)),
            rs.getBoolean(3)))
        .list();
  }

  /**
   * A place and what it is called.
   *
   * @param label of the unit, empty where it is not known
   */
  public record Labelled(Place place, String label) {}

  /** These positions, in the order in which they were entered. */
  public List<Labelled> places(Collection<UUID> positions) {
    return jdbc.sql("""
        select p.person_id, p.unit_id, p.boss_side, u.label from roll.position p
        left join roll.unit u on u.local_id = p.local_id and u.id = p.unit_id
        where p.local_id = ? and p.id = any(?) order by p.id""")
        .params(Tenancy.current().value(), positions.toArray(UUID[]::new))
        .query((rs, i) -> new Labelled(new Place(rs.getObject(1, UUID.class),
            Optional.ofNullable(rs.getObject(2, UUID.class)), rs.getBoolean(3)),
            Optional.ofNullable(rs.getString(4)).orElse("")))
        .list();
  }

  /** What is known of these people, in their order; those not of this local are left out. */
  public Map<UUID, Known> known(Collection<UUID> people) {
    var found = new LinkedHashMap<UUID, Known>();
    if (people.isEmpty()) {
      return found;
    }
    jdbc.sql("select id, name, phone, mail, remark from roll.person where local_id = ? and id = any(?) order by id")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(rs -> {
          UUID id = rs.getObject(1, UUID.class);
          found.put(id, fields.open(id, rs.getBytes(2), rs.getBytes(3), rs.getBytes(4), rs.getBytes(5)));
        });
    return found;
  }

  /** What a person is called; empty if there is no such person in this local. */
  public Optional<Known> known(UUID person) {
    return Optional.ofNullable(known(List.of(person)).get(person));
  }

  /** Whether every record of a change-set still is as the set left it. */
  public boolean untouched(List<ChangeSets.Change> touched) {
    return touched.stream()
        .allMatch(change -> jdbc
            .sql("select exists (select 1 from " + table(change) + " where local_id = ? and id = ? and version = ?)")
            .params(Tenancy.current().value(), change.row(), change.version())
            .query(Boolean.class)
            .single());
  }

  /** Deletes the people and positions that a change-set created, and the units where nobody else has been put. */
  public void forget(List<ChangeSets.Change> created) {
    for (String table : List.of("roll.position", "roll.person")) {
      created.stream()
          .filter(change -> change.subject().equals(table))
          .forEach(change -> jdbc
              .sql("delete from " + table(change) + " where local_id = ? and id = ?")
              .params(Tenancy.current().value(), change.row())
              .update());
    }
    jdbc.sql("""
        delete from roll.unit u where u.local_id = ? and u.id = any(?)
          and not exists (select 1 from roll.position p where p.local_id = u.local_id and p.unit_id = u.id)""")
        .params(Tenancy.current().value(), created.stream()
            .filter(change -> change.subject().equals("roll.unit"))
            .map(ChangeSets.Change::row)
            .toArray(UUID[]::new))
        .update();
  }

  private static String table(ChangeSets.Change change) {
    return switch (change.subject()) {
      case "roll.person" -> "roll.person";
      case "roll.position" -> "roll.position";
      case "roll.unit" -> "roll.unit";
      default -> throw new IllegalArgumentException("the roll has no " + change.subject());
    };
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
