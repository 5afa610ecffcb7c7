// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.history.ChangeSets;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes two records of one human into one, and takes that back. Places move to the record that stays, which also
 * gets a phone number, a mail address and a remark where it has none. Runs inside the caller's transaction.
 */
public final class PersonMerge {
  static final String KIND = "people-merged";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PersonFields fields;
  private final PersonRecords records;
  private final ChangeSets changes;
  private final RowImages images;
  private final Audit audit;

  PersonMerge(JdbcClient jdbc, Clock clock, PersonFields fields, PersonRecords records,
      PersonRecords.Writing writing) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.fields = fields;
    this.records = records;
    this.changes = writing.changes();
    this.images = writing.images();
    this.audit = writing.audit();
  }

  /** A record merged into another, and the change-set to take back. */
  public record Merged(UUID changeSet, UUID person) {}

  /**
   * Makes one of two records. The one stays that has joined, else the first.
   *
   * @return the change-set, absent if both have joined (which membership holds is then for the members to say) or one
   *     of them was merged before
   */
  public Optional<UUID> merge(UUID one, UUID two) {
    lock(List.of(one, two));
    var first = records.find(one).filter(person -> person.mergedInto().isEmpty());
    var second = records.find(two).filter(person -> person.mergedInto().isEmpty());
    if (one.equals(two) || first.isEmpty() || second.isEmpty()
        || (first.get().state() != PersonState.CONTACT && second.get().state() != PersonState.CONTACT)) {
      return Optional.empty();
    }
    boolean swap = second.get().state() != PersonState.CONTACT;
    return Optional.of(merged(swap ? second.get() : first.get(), swap ? first.get() : second.get()));
  }

  private UUID merged(Person kept, Person other) {
    UUID set = changes.open(KIND);
    for (UUID position : positions(other.id())) {
      images.keep(set, RowImages.Table.POSITION, position);
      give(position, kept.id());
    }
    images.keep(set, RowImages.Table.PERSON, kept.id());
    complete(kept, other);
    images.keep(set, RowImages.Table.PERSON, other.id());
    jdbc.sql("""
        update roll.person set merged_into = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(kept.id())
        .param(Author.id())
        .params(now(), Tenancy.current().value(), other.id())
        .update();
    standsFor(other.id(), Optional.of(kept.id()));
    audit.record(KIND, new SubjectRef("person", kept.id()), "with " + other.id());
    return set;
  }

  /** In one order for everybody, so that two merges at once wait for one another and do not deadlock. */
  private void lock(List<UUID> people) {
    jdbc.sql("""
        select id from roll.person where local_id = ? and id in (select unnest(?::uuid[])) order by id for update""")
        .params(Tenancy.current().value(), people.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private void give(UUID position, UUID person) {
    jdbc.sql("""
        update roll.position set person_id = ?, version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(person)
        .param(Author.id())
        .params(now(), Tenancy.current().value(), position)
        .update();
  }

  private void complete(Person kept, Person other) {
    var known = kept.known();
    String remark = known.remark().isEmpty() ? other.known().remark() : known.remark();
    var sealed = fields.seal(kept.id(), new People.Known(known.name(), known.phone().or(() -> other.known().phone()),
        known.mail().or(() -> other.known().mail()), remark));
    jdbc.sql("""
        update roll.person p set phone = :phone, phone_index = :phoneIndex, mail = :mail, mail_index = :mailIndex,
          remark = :remark, forget_on = case when p.forget_on is not null then greatest(p.forget_on, o.forget_on) end,
          agreed_on = coalesce(p.agreed_on, o.agreed_on),
          version = p.version + 1, changed_by = :by::uuid, changed_at = :now
        from roll.person o where o.local_id = :local and o.id = :other and p.local_id = :local and p.id = :kept""")
        .param("phone", sealed.phone())
        .param("phoneIndex", sealed.phoneIndex())
        .param("mail", sealed.mail())
        .param("mailIndex", sealed.mailIndex())
        .param("remark", sealed.remark())
        .param("by", Author.id())
        .param("now", now())
        .param("local", Tenancy.current().value())
        .param("other", other.id())
        .param("kept", kept.id())
        .update();
  }

  /** The merges into this record that can be taken back, newest first. */
  public List<Merged> into(UUID person) {
    return jdbc.sql("select id from roll.person where local_id = ? and merged_into = ? order by id")
        .params(Tenancy.current().value(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .stream()
        .flatMap(other -> changes.latest(KIND, "roll.person", other).map(set -> new Merged(set, other)).stream())
        .toList();
  }

  /**
   * Takes a merge back: what moved goes to whom it belonged to, and the record that stayed is as before, unless somebody
   * changed it since; then it keeps what they wrote.
   *
   * @return false, and nothing changed, if there is no such merge or it was taken back
   */
  public boolean undo(UUID set) {
    var touched = changes.of(set, KIND);
    var people = touched.stream().filter(change -> change.subject().equals("roll.person")).toList();
    lock(people.stream().map(ChangeSets.Change::row).toList());
    if (touched.isEmpty() || mergedOn(people) || !changes.undo(set, changes.open("people-parted"))) {
      return false;
    }
    touched.stream()
        .filter(change -> change.subject().equals("roll.position"))
        .forEach(change -> give(change.row(), personOf(change)));
    people.forEach(this::restore);
    people.stream()
        .map(ChangeSets.Change::row)
        .filter(person -> records.find(person).filter(found -> found.mergedInto().isEmpty()).isPresent())
        .forEach(person -> standsFor(person, Optional.empty()));
    audit.record("people-parted", new SubjectRef("change-set", set), "");
    return true;
  }

  /** Notes who stands now for a record and for all that were merged into it: another record, or it itself. */
  private void standsFor(UUID person, Optional<UUID> by) {
    jdbc.sql(MergedRecords.STAND_FOR)
        .param("local", Tenancy.current().value())
        .param("people", new UUID[]{person})
        .param("now", by.orElse(person))
        .update();
  }

  /** Whether the record that stayed has itself been merged into a third; that merge is taken back first. */
  private boolean mergedOn(List<ChangeSets.Change> people) {
    var both = people.stream().map(ChangeSets.Change::row).toList();
    return both.stream()
        .flatMap(person -> records.find(person).flatMap(Person::mergedInto).stream())
        .anyMatch(into -> !both.contains(into));
  }

  private UUID personOf(ChangeSets.Change change) {
    return UUID.fromString(jdbc.sql("select (?::jsonb) ->> 'person_id'")
        .param(RowImages.json(change))
        .query(String.class)
        .single());
  }

  private void restore(ChangeSets.Change change) {
    jdbc.sql("""
        update roll.person p set phone = i.phone, phone_index = i.phone_index, mail = i.mail, mail_index = i.mail_index,
          remark = i.remark, forget_on = i.forget_on, agreed_on = i.agreed_on, merged_into = i.merged_into,
          version = p.version + 1, changed_by = :by::uuid, changed_at = :now
        from jsonb_populate_record(null::roll.person, :image::jsonb) i
        where p.local_id = :local and p.id = :row and (p.version = :version or p.merged_into is not null)""")
        .param("by", Author.id())
        .param("now", now())
        .param("image", RowImages.json(change))
        .param("local", Tenancy.current().value())
        .param("row", change.row())
        .param("version", change.version())
        .update();
  }

  private List<UUID> positions(UUID person) {
    return jdbc.sql("select id from roll.position where local_id = ? and person_id = ? order by id")
        .params(Tenancy.current().value(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
