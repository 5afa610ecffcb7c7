// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.organizing.Reply;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.roll.Sites;

/** What people at a site are asked now: the rungs that are to be done now, each with a card. */
final class StepAsks implements OpenAsks {
  static final String KIND = "step";
  private final Calls calls;
  private final OpenCards cards;
  private final Steps steps;
  private final Counting counting;
  private final Sites sites;

  StepAsks(Calls calls, OpenCards cards, Steps steps, Counting counting, Sites sites) {
    this.calls = calls;
    this.cards = cards;
    this.steps = steps;
    this.counting = counting;
    this.sites = sites;
  }

  @Override
  public List<Ask> openAt(UUID site) {
    return sites.byId(site)
        .map(at -> calls.askedAt(site)
            .stream()
            .map(step -> new Ask(new SubjectRef(KIND, step.id()), steps.text(step), counting.asked(at)))
            .toList())
        .orElseGet(List::of);
  }

  @Override
  public boolean answered(SubjectRef ask, Answered answer) {
    return ask.kind().equals(KIND)
        && calls.step(ask.id()).filter(step -> step.site().equals(answer.site())).isPresent()
        && calls.take(ask.id(), new Said(answer.person(), answer.reply(), answer.atLeast(), answer.at(),
            answer.takenBy()));
  }

  @Override
  public Optional<Over> over(SubjectRef ask, UUID site) {
    return ask.kind().equals(KIND)
        ? calls.step(ask.id())
            .filter(step -> step.site().equals(site))
            .map(step -> new Over(steps.text(step), calls.endedAt(step.id())))
        : Optional.empty();
  }

  @Override
  public Map<UUID, Reply> replies(SubjectRef ask, Collection<UUID> people) {
    var found = new HashMap<UUID, Reply>();
    if (ask.kind().equals(KIND)) {
      cards.answers(ask.id(), people).forEach(said -> found.put(said.person(), said.reply()));
    }
    return found;
  }

  @Override
  public Set<UUID> didIt(SubjectRef ask, Collection<UUID> people) {
    return ask.kind().equals(KIND) ? steps.didIt(ask.id(), people) : Set.of();
  }

  @Override
  public boolean note(SubjectRef ask, UUID site, UUID person, boolean did) {
    return ask.kind().equals(KIND)
        && calls.step(ask.id()).filter(step -> step.site().equals(site)).isPresent()
        && calls.note(ask.id(), person, did);
  }

  @Override
  public Set<UUID> didBetween(Collection<UUID> people, LocalDate from, LocalDate to) {
    return steps.didBetween(people, from, to);
  }

  @Override
  public int howManyDid(LocalDate from, LocalDate to) { return steps.howManyDid(from, to); }

  @Override
  public Optional<String> ownCard(SubjectRef ask, UUID site, UUID person) {
    return ask.kind().equals(KIND) && counting.ours(site).contains(person)
        ? Optional.of("sites/" + site + "/pledge/" + ask.id() + "/" + person)
        : Optional.empty();
  }
}
