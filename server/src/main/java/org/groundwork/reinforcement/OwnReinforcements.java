// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a person when they can be called, and to what they were called and what they said. */
final class OwnReinforcements implements OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Seals seals;
  private final ReadyList ready;
  private final Wishes wishes;

  OwnReinforcements(JdbcClient jdbc, Seals seals, ReadyList ready, Wishes wishes) {
    this.wishes = wishes;
    this.jdbc = jdbc;
    this.seals = seals;
    this.ready = ready;
  }

  @Override
  public int order() { return 46; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    ready.of(person)
        .map(OwnReinforcements::entry)
        .ifPresent(entry -> sections.add(new Section("can-be-called",
            "own.ready", List.of(entry))));
    if (ready.saidNo(person)) {
      sections.add(new Section("not-called", "own.ready", List.of(new Entry(List.of(
          new Fact("no", "own.ready.when", new Word("never", "own.ready.never")))))));
    }
    var asked = asked(person);
    if (!asked.isEmpty()) {
      sections.add(new Section("calls-for-people", "own.reinforcements", asked));
    }
    var wished = wishes.of(person).stream().map(OwnReinforcements::entry).toList();
    if (!wished.isEmpty()) {
      sections.add(new Section("asked-for-people", "own.wishes", wished));
    }
    return sections;
  }

  private static Entry entry(Wish wish) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("asked", "own.reinforcement.asked", new Moment(wish.at())));
    if (!wish.place().isEmpty()) {
      facts.add(new Fact("place", "reinforcement.place", new Text(wish.place())));
    }
    if (!wish.why().isEmpty()) {
      facts.add(new Fact("why", "wish.why", new Text(wish.why())));
    }
    facts.add(new Fact("state", "own.reinforcement.answer", new Word(wish.state().key(),
        "wish.state." + wish.state().key())));
    if (!wish.answer().isEmpty()) {
      facts.add(new Fact("answer", "wish.answer", new Text(wish.answer())));
    }
    return new Entry(facts);
  }

  private static Entry entry(Ready said) {
    var facts = new ArrayList<Fact>();
    Slots.days(said.slots())
        .forEach(day -> facts.add(new Fact("day", "own.ready.when", new Word("day-" + day.getValue(),
            "ready.day." + day.getValue()))));
    Slots.parts(said.slots())
        .forEach(part -> facts.add(new Fact("hours", "own.ready.when", new Word(part.key(),
            "ready.part." + part.key()))));
    for (var need : Reinforcement.Need.values()) {
      if (said.can(need)) {
        facts.add(new Fact("can", "own.ready.can", new Word(need.key(), "ready.can." + need.key())));
      }
    }
    if (!said.area().isEmpty()) {
      facts.add(new Fact("area", "own.ready.area", new Text(said.area())));
    }
    return new Entry(facts);
  }

  private List<Entry> asked(UUID person) {
    return jdbc.sql("""
        select c.id, c.title, a.asked_at, a.state from reinforcement.asked a
        join reinforcement.call c on c.local_id = a.local_id and c.id = a.call_id
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = ? and n.person_id = ? order by a.asked_at, a.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> new Entry(List.of(
            new Fact("title", "own.reinforcement.title",
                new Text(seals.open("call", "title", rs.getObject(1, UUID.class), rs.getBytes(2)))),
            new Fact("asked", "own.reinforcement.asked", new Moment(rs.getTimestamp(3).toInstant())),
            new Fact("answer", "own.reinforcement.answer",
                new Word(rs.getString(4), "reinforcement.answer." + rs.getString(4))))))
        .list();
  }

  @Override
  public List<String> stays() { return List.of("own.reinforcements.stay"); }
}
