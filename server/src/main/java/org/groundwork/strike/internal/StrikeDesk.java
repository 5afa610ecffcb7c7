// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Runners;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.People;
import org.groundwork.roll.Sites;
import org.groundwork.strike.RentBook;
import org.groundwork.strike.Strike;
import org.groundwork.strike.StrikeReach;
import org.groundwork.strike.StrikeSites;
import org.groundwork.strike.Strikes;
import org.groundwork.strike.Withholding;
import org.springframework.stereotype.Component;

/** What the pages of strikes have in common: who may open them, and what day it is. Runs inside a transaction. */
@Component
class StrikeDesk {
  private final Strikes strikes;
  private final Fights fights;
  private final RentBook book;
  private final StrikeReach reach;
  private final Locals locals;
  private final Clock clock;

  StrikeDesk(Strikes strikes, Fights fights, RentBook book, StrikeReach reach, Locals locals, Clock clock) {
    this.strikes = strikes;
    this.fights = fights;
    this.book = book;
    this.reach = reach;
    this.locals = locals;
    this.clock = clock;
  }

  /** The fights that strikes are part of, and where. */
  @Component("strikeFights")
  record Fights(Campaigns campaigns, Ladder ladder, StrikeSites at, Sites sites, People people) {}

  /** A strike that has begun, as anybody of the local may see it; before, it is there for those who run it. */
  StrikeAt seen(UUID step) {
    return find(step).filter(at -> at.strike().isPresent() || at.runs()).orElseThrow(StrikeDesk::notFound);
  }

  /** One that the caller runs; any other is as if it were not there. */
  StrikeAt run(UUID step) {
    return find(step).filter(StrikeAt::runs).orElseThrow(StrikeDesk::notFound);
  }

  /** One whose list the caller reads. */
  StrikeAt committee(UUID step) {
    return find(step)
        .filter(at -> at.strike().filter(strike -> strike.rent().isEmpty()).isPresent())
        .filter(at -> StrikeReach.committee(Callers.actor(), at.site().id()))
        .orElseThrow(StrikeDesk::notFound);
  }

  /** A rent strike of whose units the caller may read some. */
  StrikeAt reached(UUID step) {
    return find(step).filter(at -> at.strike().flatMap(Strike::rent).isPresent())
        .filter(at -> !rows(at).none())
        .orElseThrow(StrikeDesk::notFound);
  }

  /** What the caller may read of a rent strike. */
  StrikeReach.Rows rows(StrikeAt at) {
    return reach.at(Callers.actor(), at.site().id());
  }

  /** A unit of a strike that the caller may read. */
  Withholding unit(StrikeAt at, UUID unit) {
    return book.byId(unit)
        .filter(row -> row.step().equals(at.step()) && rows(at).covers(row))
        .orElseThrow(StrikeDesk::notFound);
  }

  Optional<StrikeAt> find(UUID step) {
    var strike = strikes.of(step);
    return fights.at()
        .of(step)
        .flatMap(where -> fights.campaigns()
            .byId(where.campaign())
            .flatMap(campaign -> fights.ladder()
                .rung(where.campaign(), step)
                .flatMap(rung -> fights.sites().byId(where.site()).map(site -> {
                  boolean rent = strike.map(s -> s.rent().isPresent()).orElse(rung.kind() == StepKind.RENT_STRIKE);
                  return new StrikeAt(rung, campaign.core().title(), site, strike, rent,
                      Runners.runs(Callers.actor(), Optional.of(site.id())));
                }))))
        .filter(at -> at.strike().isPresent() || at.rent() || at.rung().kind() == StepKind.STRIKE);
  }

  /** Who wrote the local legal note of a rung. */
  String legalBy(StrikeAt at) {
    return at.rung().legal().map(legal -> name(legal.by())).orElse("");
  }

  String name(UUID person) { return fights.people().known(person).map(People.Known::name).orElse(""); }

  Currency currency() { return locals.profile().currency(); }

  Instant now() { return clock.instant(); }

  LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

  ZoneId zone() { return locals.profile().zone(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
