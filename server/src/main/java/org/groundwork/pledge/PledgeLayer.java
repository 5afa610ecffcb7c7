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

/**
 * A site's chart by what people answered to a rung, and by who did it: one colouring for each rung that is asked there
 * now, and for each that people answered or did, also after its end.
 */
final class PledgeLayer implements ChartLayer {
  private static final String WORD = "rung-";
  private static final List<Tone> TONES = List.of(Tone.of(Css.ONE, "my-people.did"), Tone.of(Css.TWO, "reply.yes"),
      Tone.of(Css.THREE, "reply.yes-if"), Tone.of(Css.FOUR, "reply.not-yet"), Tone.of(Css.FIVE, "reply.no"));
  private final OpenCards cards;
  private final Steps steps;

  PledgeLayer(OpenCards cards, Steps steps) {
    this.cards = cards;
    this.steps = steps;
  }

  @Override
  public int order() { return 25; }

  @Override
  public List<Choice> at(Site site) {
    var tested = steps.testedAt(site.id());
    var texts = steps.texts(tested);
    return tested.stream()
        .filter(texts::containsKey)
        .map(step -> new Choice(WORD + step, "", Optional.ofNullable(texts.get(step))))
        .toList();
  }

  @Override
  public Drawn draw(Site site, String word, Collection<UUID> people) {
    UUID step = UUID.fromString(word.substring(WORD.length())); // one of those offered
    var of = new HashMap<UUID, Integer>();
    cards.answers(step, people).forEach(said -> of.put(said.person(), tone(said.reply())));
    steps.didIt(step, people).forEach(person -> of.put(person, 0));
    return new Drawn(TONES, of);
  }

  private static int tone(Reply reply) {
    return switch (reply) {
      case YES -> 1;
      case YES_IF -> 2;
      case NOT_YET -> 3;
      case NO -> 4;
    };
  }
}
