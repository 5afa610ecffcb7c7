// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.OwnData;

/** Tells a person what was written down about conversations with them, and what they are known to have done. */
final class OwnOrganizing implements OwnData {
  private static final int MOST = 500;
  private final Conversations conversations;
  private final Assessments assessments;
  private final Levels levels;
  private final Cards cards;
  private final Fields fields;
  private final FirstTask task;

  OwnOrganizing(Conversations conversations, Assessments assessments, Levels levels, Cards cards,
      Fields fields, FirstTask task) {
    this.task = task;
    this.fields = fields;
    this.cards = cards;
    this.conversations = conversations;
    this.assessments = assessments;
    this.levels = levels;
  }

  @Override
  public int order() { return 25; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    var talks = conversations.with(person, MOST);
    if (!talks.isEmpty()) {
      sections.add(new Section("conversations", "own.talks", talks.stream().map(OwnOrganizing::entry).toList()));
    }
    var judged = assessments.of(person, MOST);
    if (!judged.isEmpty()) {
      sections.add(new Section("standing", "own.standing", judged.stream().map(this::entry).toList()));
    }
    var signed = cards.of(person, MOST);
    if (!signed.isEmpty()) {
      sections.add(new Section("cards", "own.cards", signed.stream().map(OwnOrganizing::entry).toList()));
    }
    var told = task.by(person);
    if (!told.isEmpty()) {
      sections.add(new Section("told", "own.told", told.stream().map(OwnOrganizing::entry).toList()));
    }
    fields.inUse()
        .forEach(field -> Optional.ofNullable(fields.values(field, List.of(person)).get(person))
            .ifPresent(value -> sections.add(new Section("field", "own.field", List.of(entry(field, value))))));
    return sections;
  }

  private static Entry entry(Fields.Field field, Fields.Value value) {
    Value held = switch (value) {
      case Fields.Value.YesNo(var yes) -> new YesNo(yes);
      case Fields.Value.Chosen(var place) -> new Text(field.said().choices().get(place - 1));
      case Fields.Value.Day(var on) -> new Day(on);
    };
    return new Entry(List.of(new Fact("name", "own.field.name", new Text(field.said().name())),
        new Fact("purpose", "own.field.purpose", new Text(field.said().purpose())),
        new Fact("value", "own.field.value", held)));
  }

  private static Entry entry(FirstTask.Told told) {
    return new Entry(List.of(new Fact("on", "own.told.on", new Moment(told.at())),
        new Fact("whom", "own.told.whom", new Text(told.whom())),
        new Fact("came", "own.told.came", new Word(told.came().key(), "first-task.came." + told.came().key()))));
  }

  private static Entry entry(Cards.Card card) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("signed", "own.card.signed", new Day(card.signedOn())));
    card.signature().ifPresent(name -> facts.add(new Fact("signature", "own.card.signature", new Text(name))));
    card.validUntil().ifPresent(day -> facts.add(new Fact("until", "own.card.until", new Day(day))));
    card.withdrawnOn().ifPresent(day -> facts.add(new Fact("withdrawn", "own.card.withdrawn", new Day(day))));
    return new Entry(facts);
  }

  private static Entry entry(Conversation held) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("when", "own.talk.when", new Moment(held.heldAt())));
    facts.add(new Fact("outcome", "own.talk.outcome",
        new Word(held.outcome().key(), "outcome." + held.outcome().key())));
    var talk = held.talk();
    talk.issue().ifPresent(issue -> facts.add(new Fact("issue", "own.talk.issue", new Text(issue))));
    talk.answer()
        .ifPresent(answer -> facts.add(new Fact("answer", "own.talk.answer",
            new Word(answer.reply().key(), "reply." + answer.reply().key()))));
    if (!talk.note().isEmpty()) {
      facts.add(new Fact("note", "own.talk.note", new Text(talk.note())));
    }
    talk.next().ifPresent(next -> facts.add(new Fact("next", "own.talk.next", new Text(next.step()))));
    return new Entry(facts);
  }

  private Entry entry(Assessments.Assessment judged) {
    var level = levels.all().stream().filter(l -> l.id().equals(judged.level())).findFirst();
    Value called = level.flatMap(Levels.Level::name)
        .<Value>map(Text::new)
        .orElseGet(() -> new Word(Integer.toString(judged.means()), "level." + judged.means()));
    return new Entry(List.of(new Fact("act", "own.standing.act", new Text(judged.act())),
        new Fact("on", "own.standing.on", new Day(judged.actOn())),
        new Fact("level", "own.standing.level", called)));
  }
}
