// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.ShortLived;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A local's own fields about people: yes or no, one of a few, or a day; each with what it is for, how long it is kept and
 * who sees it. Runs inside the caller's transaction.
 */
public final class Fields implements ShortLived {
  /** At most this many fields in use. */
  public static final int MOST = 12;
  /** At most this many choices of one field. */
  public static final int MOST_CHOICES = 12;
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Seals seals;
  private final Locals locals;
  private final Audit audit;
  private final FieldWriting writing;

  Fields(JdbcClient jdbc, Ids ids, Clock clock, Seals seals, Locals locals, Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
    this.locals = locals;
    this.audit = audit;
    this.writing = new FieldWriting(jdbc, ids, clock, seals, locals);
  }

  /** What a field holds. */
  public enum Kind {
    YES_NO, CHOICE, DATE;

    /** As stored, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this key. */
    public static Optional<Kind> of(String key) {
      return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }

  /** Who sees a field. */
  public enum SeenBy {
    /** The organisers of the site alone. */
    ORGANISERS,
    /** Its stewards too. */
    STEWARDS;

    /** As stored, and as the end of a message key. */
    public String key() { return name().toLowerCase(Locale.ROOT); }

    /** The group with this key. */
    public static Optional<SeenBy> of(String key) {
      return Stream.of(values()).filter(group -> group.key().equals(key)).findFirst();
    }
  }

  /** What is said of a field when it is made. */
  public record Said(Kind kind, String name, String purpose, int keptDays, SeenBy seenBy, List<String> choices) {
    public Said { choices = List.copyOf(choices); }
  }

  /** A field of the local. */
  public record Field(UUID id, Said said, boolean retired) {}

  /** What a field holds about somebody. */
  public sealed interface Value {
    /** Yes or no. */
    record YesNo(boolean yes) implements Value {}

    /** One of the choices, from 1. */
    record Chosen(int place) implements Value {}

    /** A day. */
    record Day(LocalDate on) implements Value {}

    /** As it is stored, before it is sealed. */
    default String written() {
      return switch (this) {
        case YesNo(var yes) -> yes ? "yes" : "no";
        case Chosen(var place) -> Integer.toString(place);
        case Day(var on) -> on.toString();
      };
    }

    /** A value as it was written. */
    static Value read(Kind kind, String written) {
      return switch (kind) {
        case YES_NO -> new YesNo(written.equals("yes"));
        case CHOICE -> new Chosen(Integer.parseInt(written));
        case DATE -> new Day(LocalDate.parse(written));
      };
    }
  }

  /** The fields in use, in the order they were made. */
  public List<Field> inUse() {
    return all().stream().filter(field -> !field.retired()).toList();
  }

  /** The fields in use that the caller sees at a site: its organisers all, its stewards those that are for them. */
  public List<Field> seenAt(UUID site) {
    boolean organises = Callers.actor().may(Power.ORGANISE, site);
    return Callers.actor().may(Power.TALK, site)
        ? inUse().stream().filter(field -> organises || field.said().seenBy() == SeenBy.STEWARDS).toList()
        : List.of();
  }

  /** Whether a day is one that a field holds: of this century or the last. */
  public static boolean isDay(LocalDate day) {
    return day.getYear() >= 1900 && day.getYear() <= 2100;
  }

  /** Every field, also those out of use. */
  public List<Field> all() {
    var choices = new HashMap<UUID, List<String>>();
    jdbc.sql("select field_id, name from organizing.field_choice where local_id = ? order by field_id, place")
        .param(local())
        .query(rs -> {
          choices.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new java.util.ArrayList<>()).add(rs.getString(2));
        });
    return jdbc.sql("""
        select id, kind, name, purpose, kept_days, seen_by, retired_at is not null from organizing.field
        where local_id = ? order by retired_at is not null, id""")
        .param(local())
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Field(id, new Said(Kind.of(rs.getString(2)).orElseThrow(), rs.getString(3), rs.getString(4),
              rs.getInt(5), SeenBy.of(rs.getString(6)).orElseThrow(), choices.getOrDefault(id, List.of())),
              rs.getBoolean(7));
        })
        .list();
  }

  /** Adds a field; false if there are {@value #MOST} in use already. */
  public boolean add(Said said) {
    if (inUse().size() >= MOST) {
      return false;
    }
    UUID id = ids.next();
    UUID by = Callers.actor().person();
    jdbc.sql("""
        insert into organizing.field (local_id, id, kind, name, purpose, kept_days, seen_by, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, said.kind().key(), said.name(), said.purpose(), said.keptDays(), said.seenBy().key(), by,
            now())
        .update();
    IntStream.range(0, said.choices().size())
        .forEach(at -> jdbc.sql("""
            insert into organizing.field_choice (local_id, field_id, place, name, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?)""")
            .params(local(), id, at + 1, said.choices().get(at), by, now())
            .update());
    audit.record("field-added", new SubjectRef("field", id), said.kind().key());
    return true;
  }

  /** Takes a field out of use, and deletes what it held about everybody. False if it is not in use. */
  public boolean retire(UUID field) {
    int retired = jdbc.sql("""
        update organizing.field set retired_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and retired_at is null""")
        .params(now(), Callers.actor().person(), now(), local(), field)
        .update();
    if (retired == 1) {
      jdbc.sql("delete from organizing.field_value where local_id = ? and field_id = ?")
          .params(local(), field)
          .update();
      audit.record("field-retired", new SubjectRef("field", field), "");
    }
    return retired == 1;
  }

  /** Holds what fields say about somebody until this transaction ends, for whoever looks before they write. */
  public void lock(UUID person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(local() + " fields of " + person)
        .query(rs -> {});
  }

  /** About how many people a field holds something. */
  public int held(UUID field) { return jdbc.sql("""
        select count(distinct n.person_id) from organizing.field_value v
        join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
        where v.local_id = ? and v.field_id = ?""").params(local(), field).query(Integer.class).single(); }

  /** Says what fields hold about somebody; an absent value empties the field. Fields not named stay as they are. */
  public void set(UUID person, Map<Field, Optional<Value>> values) {
    Instant now = clock.instant();
    values.forEach((field, value) -> writing.set(person, field, value, now));
    audit.record("fields-set", new SubjectRef("person", person), values.size() + " fields");
  }

  /**
   * Says what somebody told at a moment that is past. Where a field holds what was said later, that stays; one that went
   * out of use meanwhile holds nothing any more, and one that was emptied meanwhile stays empty.
   *
   * @param heldThen the fields that held something when whoever says it last knew
   * @return the fields that were left as they were
   */
  public List<Field> told(UUID person, Map<Field, Value> values, Instant said, Set<UUID> heldThen) {
    Instant at = said.isAfter(clock.instant()) ? clock.instant() : said;
    lock(person);
    var held = writing.hold(values.keySet());
    var left = values.keySet()
        .stream()
        .filter(field -> !held.contains(field.id()) || writing.saidAfter(person, field, at)
            || (heldThen.contains(field.id()) && !writing.holds(person, field)))
        .toList();
    values.forEach((field, value) -> {
      if (!left.contains(field)) {
        writing.set(person, field, Optional.of(value), at);
      }
    });
    audit.record("fields-set", new SubjectRef("person", person), values.size() - left.size() + " fields");
    return left;
  }

  /** What the fields in use hold about somebody. */
  public Map<UUID, Value> of(UUID person) {
    var found = new LinkedHashMap<UUID, Value>();
    inUse().forEach(field -> Optional.ofNullable(values(field, List.of(person)).get(person))
        .ifPresent(value -> found.put(field.id(), value)));
    return found;
  }

  /** What a field holds about these people; whoever it holds nothing about is left out. */
  public Map<UUID, Value> values(Field field, Collection<UUID> people) {
    var found = new HashMap<UUID, Value>();
    jdbc.sql("""
        select n.person_id, v.id, v.value from organizing.field_value v
        join roll.api_person_now n on n.local_id = v.local_id and n.id = v.person_id
        where v.local_id = ? and v.field_id = ? and n.person_id in (select unnest(?::uuid[]))
        order by coalesce(v.said_at, v.changed_at)""")
        .params(local(), field.id(), people.toArray(UUID[]::new))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), Value.read(field.said().kind(),
              seals.open("field_value", "value", rs.getObject(2, UUID.class), rs.getBytes(3))));
        });
    return found;
  }

  @Override
  public void deleteOld() {
    jdbc.sql("delete from organizing.field_value where local_id = ? and forget_on <= ?")
        .params(local(), Date.valueOf(LocalDate.now(clock.withZone(locals.profile().zone()))))
        .update();
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
