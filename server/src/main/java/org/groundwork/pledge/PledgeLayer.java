// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.ChartLayer;
import org.groundwork.organizing.Reply;
import org.groundwork.roll.Site;

/** A site's chart by what people answered to the rung that is asked there now, and by who did it. */
final class PledgeLayer implements ChartLayer {
  private static final String WORD = "pledge";
  private static final List<Tone> TONES = List.of(Tone.of(Css.ONE, "my-people.did"), Tone.of(Css.TWO, "reply.yes"),
      Tone.of(Css.THREE, "reply.yes-if"), Tone.of(Css.FOUR, "reply.not-yet"), Tone.of(Css.FIVE, "reply.no"));
  private final Calls calls;
  private final OpenCards cards;
  private final Steps steps;

  PledgeLayer(Calls calls, OpenCards cards, Steps steps) {
    this.calls = calls;
    this.cards = cards;
    this.steps = steps;
  }

  @Override
  public int order() { return 25; }

  @Override
  public List<Choice> at(Site site) {
    return asked(site).map(step -> List.of(new Choice(WORD, "", Optional.of(steps.text(step))))).orElseGet(List::of);
  }

  @Override
  public Drawn draw(Site site, String word, Collection<UUID> people) {
    var of = new HashMap<UUID, Integer>();
    asked(site).ifPresent(step -> {
      cards.answers(step.id(), people).forEach(said -> of.put(said.person(), tone(said.reply())));
      steps.didIt(step.id(), people).forEach(person -> of.put(person, 0));
    });
    return new Drawn(TONES, of);
  }

  private Optional<AskedStep> asked(Site site) { return calls.askedAt(site.id()).stream().findFirst(); }

  private static int tone(Reply reply) {
    return switch (reply) {
      case YES -> 1;
      case YES_IF -> 2;
      case NOT_YET -> 3;
      case NO -> 4;
    };
  }
}
