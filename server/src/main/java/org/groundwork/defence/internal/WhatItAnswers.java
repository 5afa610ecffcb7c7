// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Rung;
import org.groundwork.defence.Case;
import org.groundwork.defence.Cases;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.springframework.stereotype.Component;

/** What a blow can answer: rungs that were begun and actions that were held, in the fights of one's own places that go on or ended lately. */
@Component
class WhatItAnswers {
  /** So long after its end a fight can still be hit back for. */
  private static final Duration LATELY = Duration.ofDays(90);
  private static final int FIGHTS = 20;
  private static final int LISTED = 100;
  private static final int ACTIONS = 200;
  private final CampaignList campaigns;
  private final Ladder ladder;
  private final Actions actions;
  private final PersonRecords records;
  private final Cases cases;
  private final Clock clock;

  WhatItAnswers(CampaignList campaigns, Ladder ladder, Actions actions, PersonRecords records, Cases cases,
      Clock clock) {
    this.campaigns = campaigns;
    this.ladder = ladder;
    this.actions = actions;
    this.records = records;
    this.cases = cases;
    this.clock = clock;
  }

  /** The fights of the places where somebody stands, organises or talks with people, with what was done in them. */
  List<FightChoices> of(Caller.Actor actor) {
    Set<UUID> own = records.places(actor.person()).stream().map(Person.Held::site).collect(Collectors.toSet());
    var past = actions.past(ACTIONS).stream().filter(action -> action.state() != Action.State.CANCELLED).toList();
    var lines = campaigns.openedAndNotOver(clock.instant().minus(LATELY), LISTED)
        .stream()
        .filter(line -> line.site()
            .map(at -> own.contains(at) || actor.may(Power.ORGANISE, at) || actor.may(Power.TALK, at))
            .orElse(true))
        .limit(FIGHTS)
        .toList();
    var begun = ladder.begun(lines.stream().map(CampaignList.Line::id).toList());
    return lines.stream()
        .map(line -> new FightChoices(line.id(), line.title(), line.site(),
            choices(line.id(), begun.getOrDefault(line.id(), List.of()), past)))
        .filter(fight -> !fight.choices().isEmpty())
        .toList();
  }

  private static List<FightChoices.Choice> choices(UUID fight, List<Campaign.Step> begun, List<Action> past) {
    var rungs = begun.stream()
        .map(step -> new FightChoices.Choice(FightChoices.ofStep(step.id()), step.what(), Optional.empty()));
    var held = past.stream()
        .filter(action -> action.campaign().filter(fight::equals).isPresent())
        .map(action -> new FightChoices.Choice(FightChoices.ofAction(action.id()), action.told().title(),
            Optional.of(LocalDate.ofInstant(action.when().starts(), action.when().zone()))));
    return Stream.concat(held, rungs).toList();
  }

  /** A choice with its fight, as it is kept with a case. */
  Optional<Chosen> chosen(List<FightChoices> fights, String value) {
    return fights.stream()
        .filter(fight -> fight.choices().stream().anyMatch(choice -> choice.value().equals(value)))
        .findFirst()
        .map(fight -> new Chosen(about(fight.id(), value), fight.site()));
  }

  /** What a blow answers, and where that fight stands. */
  record Chosen(Case.About about, Optional<UUID> site) {}

  private Case.About about(UUID fight, String value) {
    UUID id = Typed.id(value.substring(value.indexOf('-') + 1)).orElseThrow();
    return value.equals(FightChoices.ofStep(id))
        ? Case.About.step(fight, id)
        : new Case.About(Optional.of(fight), cases.stepOf(id), Optional.of(id));
  }

  /** What a case answers, in words: the action, or else the rung, or else the fight; empty where nobody knows. */
  String said(Case.About about) {
    return about.action()
        .flatMap(actions::byId)
        .map(action -> action.told().title())
        .or(() -> about.campaign()
            .flatMap(fight -> about.step().flatMap(step -> ladder.rung(fight, step)))
            .map(rung -> rung.step().what()))
        .or(() -> about.campaign()
            .flatMap(fight -> campaigns.of(List.of(fight)).stream().findFirst())
            .map(CampaignList.Line::title))
        .orElse("");
  }

  /** The rungs of the fight that a case belongs to. */
  List<Rung> ladder(Case.About about) {
    return about.campaign().map(ladder::of).orElseGet(List::of);
  }

  /** Where somebody stands first, for a case that answers nothing known. */
  Optional<UUID> standsAt(UUID person) {
    return records.places(person).stream().filter(held -> !held.bossSide()).map(Person.Held::site).findFirst();
  }

  /** Whether somebody has a place at a site where {@code actor} organises. */
  boolean organisedBy(Caller.Actor actor, UUID person) {
    return records.find(person).filter(found -> found.mergedInto().isEmpty()).isPresent()
        && (actor.mayEverywhere(Power.ORGANISE) || records.places(person)
            .stream()
            .anyMatch(held -> actor.may(Power.ORGANISE, held.site())));
  }
}
