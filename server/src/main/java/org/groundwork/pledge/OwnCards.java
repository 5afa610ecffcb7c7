// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.groundwork.roll.OwnData;

/** Tells a person what they answered when they were asked, as it is kept. */
final class OwnCards implements OwnData {
  private final OpenCards cards;
  private final Calls calls;

  OwnCards(OpenCards cards, Calls calls) {
    this.cards = cards;
    this.calls = calls;
  }

  @Override
  public int order() { return 27; }

  @Override
  public List<Section> about(UUID person) {
    var answers = cards.of(person).stream().map(this::entry).toList();
    return answers.isEmpty() ? List.of() : List.of(new Section("pledges", "own.pledges", answers));
  }

  private Entry entry(OpenCards.Answered answered) {
    var said = answered.said();
    var facts = new ArrayList<Fact>();
    calls.step(answered.step())
        .ifPresent(step -> facts.add(new Fact("asked", "own.pledge.asked", new Text(calls.text(step)))));
    facts.add(new Fact("answer", "own.pledge.answer", new Word(said.reply().key(), "reply." + said.reply().key())));
    said.atLeast().ifPresent(number -> facts.add(new Fact("at-least", "own.pledge.at-least", new Count(number))));
    facts.add(new Fact("when", "own.pledge.when", new Moment(said.at())));
    answered.again()
        .ifPresent(came -> facts
            .add(new Fact("once-more", "own.pledge.once-more", new Word(came.key(), "stand-by." + came.key()))));
    return new Entry(facts);
  }
}
