// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.OwnData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells a person what is written about how they were hit back at, what they took on for others, and what they answered. */
final class OwnCases implements OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final Cases cases;
  private final CaseNotes notes;

  OwnCases(JdbcClient jdbc, Cases cases, CaseNotes notes) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.notes = notes;
  }

  @Override
  public int order() { return 45; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    add(sections, "cases", "own.cases", cases.ofPerson(person).stream().map(this::entry).toList());
    add(sections, "case-facts", "own.case-facts", cases.ofPerson(person)
        .stream()
        .flatMap(hit -> notes.facts(hit.id()).stream())
        .map(fact -> new Entry(List.of(new Fact("day", "own.case.day", new Day(fact.on())),
            new Fact("what", "own.case.what", new Text(fact.what())))))
        .toList());
    add(sections, "help-taken-on", "own.care", taken(person));
    add(sections, "asked-all-right", "own.all-right", answers(person));
    return sections;
  }

  private static void add(List<Section> to, String name, String title, List<Entry> entries) {
    if (!entries.isEmpty()) {
      to.add(new Section(name, title, entries));
    }
  }

  private Entry entry(Case hit) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("kind", "own.case.kind", new Word(hit.kind().key(), "case.kind." + hit.kind().key())));
    facts.add(new Fact("day", "own.case.day", new Day(hit.happenedOn())));
    facts.add(new Fact("word", "own.case.what", new Text(hit.word())));
    hit.deadline().ifPresent(until -> {
      facts.add(new Fact("deadline", "own.case.deadline", new Day(until.on())));
      Optional.of(until.note())
          .filter(note -> !note.isEmpty())
          .ifPresent(note -> facts.add(new Fact("deadline-note", "own.case.deadline-note", new Text(note))));
    });
    facts.add(new Fact("helpers-may-know", "own.case.may-name", new YesNo(hit.mayName())));
    hit.end().ifPresent(end -> {
      facts.add(new Fact("outcome", "own.case.outcome",
          new Word(end.outcome().key(), "case.outcome." + end.outcome().key())));
      facts.add(new Fact("closing", "own.case.closing", new Text(end.word())));
    });
    return new Entry(facts);
  }

  private List<Entry> taken(UUID person) {
    return jdbc.sql("""
        select n.kind, n.needed_on from defence.need n
        join roll.api_person_now p on p.local_id = n.local_id and p.id = n.helper_id
        where n.local_id = ? and p.person_id = ? order by n.needed_on, n.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> new Entry(List.of(
            new Fact("kind", "own.care.kind", new Word(rs.getString(1), "care.kind." + rs.getString(1))),
            new Fact("day", "own.case.day", new Day(rs.getDate(2).toLocalDate())))))
        .list();
  }

  private List<Entry> answers(UUID person) {
    return jdbc.sql("""
        select a.answer, a.answered_on from defence.all_right a
        join roll.api_person_now p on p.local_id = a.local_id and p.id = a.person_id
        where a.local_id = ? and p.person_id = ? order by a.answered_on, a.id limit ?""")
        .params(Tenancy.current().value(), person, MOST)
        .query((rs, i) -> new Entry(List.of(
            new Fact("answer", "own.all-right.answer",
                new Word(rs.getString(1), "all-right.answer." + rs.getString(1))),
            new Fact("day", "own.case.day", new Day(rs.getDate(2).toLocalDate())))))
        .list();
  }

  @Override
  public List<String> stays() { return List.of("own.cases.stay"); }
}
