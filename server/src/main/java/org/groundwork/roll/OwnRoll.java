// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Mandate;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.audit.AuditLooks;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the roll holds about a person: the record as it is written, places, memberships, rules, offices, and who looked. */
final class OwnRoll implements OwnData {
  /** How far back looks at the record are counted. */
  static final Duration LOOKS = Duration.ofDays(90);
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PersonRecords records;
  private final SafeContact safe;
  private final Access access;

  OwnRoll(JdbcClient jdbc, Clock clock, PersonRecords records, SafeContact safe, Access access) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.records = records;
    this.safe = safe;
    this.access = access;
  }

  /** What the platform knows of the person in this local. */
  record Access(Mandates mandates, AuditLooks looks) {}

  @Override
  public int order() { return 10; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    sections.add(new Section("person", "own.person", records(person)));
    sections.add(new Section("places", "own.places", places(person)));
    sections.add(new Section("memberships", "own.memberships", memberships(person)));
    sections.add(new Section("reach", "safe.title", rules(person)));
    sections.add(new Section("offices", "own.offices", offices(person)));
    sections.add(new Section("looks", "own.looks", List.of(looks(person))));
    return sections.stream().filter(section -> !section.entries().isEmpty()).toList();
  }

  @Override
  public List<String> stays() { return List.of("own.stays.log", "own.stays.office", "own.stays.copies"); }

  /** The record, and those merged into it as they were written. */
  private List<Entry> records(UUID person) {
    return MergedRecords.into(jdbc, List.of(person))
        .keySet()
        .stream()
        .flatMap(record -> records.find(record).stream())
        .map(this::record)
        .toList();
  }

  private Entry record(Person person) {
    var known = person.known();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("name", "person.name", new Text(known.name())));
    known.phone().ifPresent(phone -> facts.add(new Fact("phone", "person.phone", new Text(phone))));
    known.mail().ifPresent(mail -> facts.add(new Fact("mail", "person.mail", new Text(mail))));
    if (!known.remark().isEmpty()) {
      facts.add(new Fact("remark", "own.remark", new Text(known.remark())));
    }
    records.language(person.id())
        .ifPresent(language -> facts.add(new Fact("language", "own.language", new Text(language))));
    facts.add(new Fact("state", "own.state", new Word(person.state().key(), "state." + person.state().key())));
    person.agreedOn().ifPresent(day -> facts.add(new Fact("agreed", "person.agreed.label", new Day(day))));
    person.forgetOn().ifPresent(day -> facts.add(new Fact("kept-until", "person.forget", new Day(day))));
    facts.add(new Fact("known-by-somebody", "own.known-by", new YesNo(person.knownBy().isPresent())));
    facts.add(new Fact("entered", "own.entered", new Moment(person.entered())));
    facts.add(new Fact("earlier-versions", "own.versions", new Count(person.version() - 1)));
    return new Entry(facts);
  }

  private List<Entry> places(UUID person) {
    return jdbc.sql("""
        select s.name, u.label, p.boss_side, p.since, p.until from roll.position p
        join roll.site s on s.local_id = p.local_id and s.id = p.site_id
        left join roll.unit u on u.local_id = p.local_id and u.id = p.unit_id
        where p.local_id = ? and p.person_id = ? order by p.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> {
          var facts = new ArrayList<Fact>();
          facts.add(new Fact("site", "people.filter.site", new Text(rs.getString(1))));
          Optional.ofNullable(rs.getString(2))
              .ifPresent(unit -> facts.add(new Fact("unit", "place.unit", new Text(unit))));
          facts.add(new Fact("boss-side", "place.boss.title", new YesNo(rs.getBoolean(3))));
          dates(facts, rs.getDate(4), rs.getDate(5));
          return new Entry(facts);
        })
        .list();
  }

  private List<Entry> memberships(UUID person) {
    return jdbc.sql("""
        select m.kind, m.state, m.since, m.until from roll.membership m
        where m.local_id = ? and m.person_id = ? order by m.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> {
          var facts = new ArrayList<Fact>();
          facts.add(new Fact("kind", "own.kind", new Word(rs.getString(1), "state." + rs.getString(1))));
          facts.add(new Fact("state", "own.state", new Word(rs.getString(2), "own.membership." + rs.getString(2))));
          dates(facts, rs.getDate(3), rs.getDate(4));
          return new Entry(facts);
        })
        .list();
  }

  private static void dates(List<Fact> facts, Date since, @Nullable Date until) {
    facts.add(new Fact("since", "own.since", new Day(since.toLocalDate())));
    if (until != null) {
      facts.add(new Fact("until", "own.until", new Day(until.toLocalDate())));
    }
  }

  private List<Entry> rules(UUID person) {
    var rules = safe.of(person);
    if (rules.version() == 0) {
      return List.of();
    }
    var facts = new ArrayList<Fact>();
    for (var channel : SafeContact.Channel.values()) {
      facts
          .add(new Fact(channel.key(), "safe.channel." + channel.key(), new YesNo(rules.channels().contains(channel))));
    }
    rules.hours().forEach(hours -> {
      facts.add(new Fact("from", "safe.from", new Text(hours.from().toString())));
      facts.add(new Fact("until", "safe.until", new Text(hours.until().toString())));
    });
    facts.add(new Fact("neutral", "safe.neutral", new YesNo(rules.neutral())));
    facts.add(new Fact("voicemail", "safe.voicemail", new YesNo(rules.voicemail())));
    if (!rules.note().isEmpty()) {
      facts.add(new Fact("note", "safe.note", new Text(rules.note())));
    }
    return List.of(new Entry(facts));
  }

  private List<Entry> offices(UUID person) {
    return access.mandates().of(person, MOST).stream().map(OwnRoll::office).toList();
  }

  private static Entry office(Mandate mandate) {
    boolean whole = mandate.reach() instanceof Reach.WholeLocal;
    return new Entry(List.of(
        new Fact("role", "own.role", new Word(mandate.role().key(), "mandates.as." + mandate.role().key())),
        new Fact("whole-local", "export.whole", new YesNo(whole)),
        new Fact("from", "own.since", new Moment(mandate.from())),
        new Fact("until", "own.until", new Moment(mandate.until()))));
  }

  private Entry looks(UUID person) {
    var looks = access.looks().at(person, clock.instant().minus(LOOKS));
    var facts = new ArrayList<>(List.of(new Fact("times", "own.looks.times", new Count(looks.times())),
        new Fact("people", "own.looks.people", new Count(looks.people()))));
    looks.last().ifPresent(at -> facts.add(new Fact("last", "own.looks.last", new Moment(at))));
    return new Entry(facts);
  }
}
