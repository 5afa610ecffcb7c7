// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One person's record: read, corrected, moved, marked, ended. Every change is a change-set with the image from before.
 * Runs inside the caller's transaction; who may is decided by {@link PeopleInReach} before.
 */
public final class PersonRecords {
  private static final String ENDED = "place-ended";
  private static final String MARKED = "boss-side-marked";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final PersonFields fields;
  private final ChangeSets changes;
  private final RowImages images;
  private final Memberships memberships;
  private final People people;
  private final Audit audit;

  PersonRecords(JdbcClient jdbc, Clock clock, PersonFields fields, Writing writing) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.fields = fields;
    this.changes = writing.changes();
    this.images = writing.images();
    this.memberships = writing.memberships();
    this.people = writing.people();
    this.audit = writing.audit();
  }

  /** What changing a record takes. */
  record Writing(ChangeSets changes, RowImages images, Memberships memberships, People people, Audit audit) {}

  /** The outcome of saving a record that somebody else may have changed. */
  public sealed interface Saved {
    /** Saved; the record has this version now. */
    record Yes(long version) implements Saved {}

    /** Not saved: this is what it has become meanwhile. */
    record ChangedMeanwhile(Person now) implements Saved {}
  }

  /** The record with this identity, also one that was merged into another. */
  public Optional<Person> find(UUID person) {
    return jdbc.sql("""
        select id, version, name, phone, mail, remark, state, agreed_on, forget_on, known_by, merged_into, created_at
        from roll.person where local_id = ? and id = ?""")
        .params(Tenancy.current().value(), person)
        .query((rs, i) -> new Person(person, rs.getLong("version"),
            fields.open(person, rs.getBytes("name"), rs.getBytes("phone"), rs.getBytes("mail"), rs.getBytes("remark")),
            PersonState.of(rs.getString("state")), date(rs.getDate("agreed_on")), date(rs.getDate("forget_on")),
            Optional.ofNullable(rs.getObject("known_by", UUID.class)),
            Optional.ofNullable(rs.getObject("merged_into", UUID.class)), rs.getTimestamp("created_at").toInstant()))
        .optional();
  }

  /** The language somebody is written to in, as a tag, if it is known. */
  public Optional<String> language(UUID person) {
    return jdbc.sql("select language from roll.person where local_id = ? and id = ? and language is not null")
        .params(Tenancy.current().value(), person)
        .query(String.class)
        .optional();
  }

  /** Notes the language somebody is written to in, as part of saving their record. */
  public void speaks(UUID person, String language) {
    jdbc.sql("update roll.person set language = ? where local_id = ? and id = ?")
        .params(language, Tenancy.current().value(), person)
        .update();
  }

  /** The places somebody holds now. */
  public List<Person.Held> places(UUID person) {
    return places(List.of(person)).getOrDefault(person, List.of());
  }

  /** The places that each of these people holds now; whoever holds none is left out. */
  public Map<UUID, List<Person.Held>> places(Collection<UUID> people) {
    var held = new HashMap<UUID, List<Person.Held>>();
    jdbc.sql("""
        select p.id, p.site_id, s.name, p.unit_id, u.label, p.boss_side, p.since, p.version, p.person_id
        from roll.position p
        join roll.site s on s.local_id = p.local_id and s.id = p.site_id
        left join roll.unit u on u.local_id = p.local_id and u.id = p.unit_id
        where p.local_id = ? and p.person_id in (select unnest(?::uuid[])) and p.until is null order by p.id""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query(rs -> {
          held.computeIfAbsent(rs.getObject(9, UUID.class), _ -> new ArrayList<>()).add(held(rs));
        });
    return held;
  }

  private static Person.Held held(ResultSet rs) throws SQLException {
    return new Person.Held(rs.getObject(1, UUID.class), rs.getLong(8), rs.getObject(2, UUID.class), rs.getString(3),
        Optional.ofNullable(rs.getObject(4, UUID.class)), Optional.ofNullable(rs.getString(5)), rs.getBoolean(6),
        rs.getDate(7).toLocalDate());
  }

  /** Saves what is known of somebody if the record still has {@code version}; agreeing keeps its first date. */
  public Saved save(UUID person, long version, People.Known known, boolean agreed) {
    if (images.version(RowImages.Table.PERSON, person) != version) {
      return new Saved.ChangedMeanwhile(find(person).orElseThrow());
    }
    images.keep(changes.open("person-changed"), RowImages.Table.PERSON, person);
    var sealed = fields.seal(person, known);
    jdbc.sql("""
        update roll.person set name = :name, name_tokens = :tokens, phone = :phone, phone_index = :phoneIndex,
          mail = :mail, mail_index = :mailIndex, remark = :remark,
          agreed_on = case when :agreed then coalesce(agreed_on, :today) end,
          version = version + 1, changed_by = :by::uuid, changed_at = :now
        where local_id = :local and id = :id""")
        .param("name", sealed.name())
        .param("tokens", sealed.tokens())
        .param("phone", sealed.phone())
        .param("phoneIndex", sealed.phoneIndex())
        .param("mail", sealed.mail())
        .param("mailIndex", sealed.mailIndex())
        .param("remark", sealed.remark())
        .param("agreed", agreed)
        .param("today", today())
        .param("by", Author.id())
        .param("now", now())
        .param("local", Tenancy.current().value())
        .param("id", person)
        .update();
    audit.record("person-changed", new SubjectRef("person", person), "");
    return new Saved.Yes(version + 1);
  }

  /** Whether a place still is as it was when somebody looked; nobody changes it before this transaction ends. */
  public boolean unchanged(Person.Held place, long version) {
    return images.version(RowImages.Table.POSITION, place.id()) == version;
  }

  /** Moves somebody to another place: the old position ends today, or is put right if it began today. */
  public void move(Person.Held from, UUID person, UUID site, Optional<UUID> unit) {
    UUID set = changes.open("person-moved");
    images.keep(set, RowImages.Table.POSITION, from.id());
    if (from.since().equals(today().toLocalDate())) {
      jdbc.sql("""
          update roll.position set site_id = ?, unit_id = ?::uuid, version = version + 1, changed_by = ?::uuid,
            changed_at = ? where local_id = ? and id = ?""")
          .param(site)
          .param(unit.orElse(null))
          .param(Author.id())
          .params(now(), Tenancy.current().value(), from.id())
          .update();
    } else {
      end(from.id());
      people.place(set, person, site, unit, from.bossSide());
    }
    audit.record("person-moved", new SubjectRef("person", person), "");
  }

  /** Ends a place somebody held, because they live or work there no longer. */
  public void endPlace(Person.Held place, UUID person) {
    UUID set = changes.open(ENDED);
    images.keep(set, RowImages.Table.POSITION, place.id());
    end(place.id());
    audit.record("place-ended", new SubjectRef("person", person), "");
  }

  private void end(UUID position) {
    jdbc.sql("""
        update roll.position set until = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(today())
        .param(Author.id())
        .params(now(), Tenancy.current().value(), position)
        .update();
  }

  /** Marks somebody as on the boss's side at a place, or takes the mark away. */
  public void markBossSide(Person.Held place, UUID person, boolean bossSide) {
    UUID set = changes.open(MARKED);
    images.keep(set, RowImages.Table.POSITION, place.id());
    jdbc.sql("""
        update roll.position set boss_side = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(bossSide)
        .param(Author.id())
        .params(now(), Tenancy.current().value(), place.id())
        .update();
    audit.record("boss-side-marked", new SubjectRef("person", person), Boolean.toString(bossSide));
  }

  /**
   * Takes back that the caller ended places at a site, or marked them as on the boss's side, since a moment. A place that
   * was changed after that stays as it is.
   *
   * @param person whose places; those of everybody in {@code unit} where nobody is named
   * @return how many are again as they were
   */
  public int putBack(UUID site, Optional<UUID> person, Optional<UUID> unit, Instant since) {
    return (int) jdbc.sql("""
        select id from roll.position where local_id = :local and site_id = :site and changed_by = :by::uuid
          and changed_at >= :since and (person_id = :person::uuid or (:person::uuid is null and unit_id = :unit::uuid))
        order by id for update""")
        .param("local", Tenancy.current().value())
        .param("site", site)
        .param("by", Author.id())
        .param("since", Timestamp.from(since))
        .param("person", person.orElse(null))
        .param("unit", unit.orElse(null))
        .query(UUID.class)
        .list()
        .stream()
        .filter(place -> Stream.of(ENDED, MARKED).anyMatch(kind -> putBack(place, kind)))
        .count();
  }

  private boolean putBack(UUID place, String kind) {
    var set = changes.latest(kind, RowImages.Table.POSITION.key(), place);
    return set.isPresent() && changes.of(set.get(), kind)
        .stream()
        .filter(change -> change.row().equals(place) && putBack(change))
        .anyMatch(_ -> changes.undo(set.get(), changes.open("place-put-back")));
  }

  private boolean putBack(ChangeSets.Change change) {
    var person = jdbc.sql("""
        update roll.position p set until = i.until, boss_side = i.boss_side, version = p.version + 1,
          changed_by = :by::uuid, changed_at = :now
        from jsonb_populate_record(null::roll.position, :image::jsonb) i
        where p.local_id = :local and p.id = :row and p.version = :version returning p.person_id""")
        .param("by", Author.id())
        .param("now", now())
        .param("image", RowImages.json(change))
        .param("local", Tenancy.current().value())
        .param("row", change.row())
        .param("version", change.version())
        .query(UUID.class)
        .optional();
    person.ifPresent(whose -> audit.record("place-put-back", new SubjectRef("person", whose), ""));
    return person.isPresent();
  }

  /** Somebody leaves the local. Their places end today and stay only as what was; nobody writes to them any more. */
  public void leave(UUID person) {
    UUID set = changes.open("person-left");
    for (var place : places(person)) {
      images.keep(set, RowImages.Table.POSITION, place.id());
      end(place.id());
    }
    memberships.leave(set, person);
    audit.record("person-left", new SubjectRef("person", person), "");
  }

  private static Optional<LocalDate> date(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toLocalDate);
  }

  private Date today() { return Date.valueOf(LocalDate.now(clock)); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
