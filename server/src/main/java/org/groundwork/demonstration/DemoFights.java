// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.StepKind;
import org.groundwork.campaign.StrengthTests;
import org.groundwork.roll.Sites;

/** Fights of the demonstration and the way up their ladders. */
final class DemoFights {
  private final Campaigns campaigns;
  private final Ladder ladder;
  private final StrengthTests tests;
  private final Sites sites;

  DemoFights(Campaigns campaigns, Ladder ladder, StrengthTests tests, Sites sites) {
    this.campaigns = campaigns;
    this.ladder = ladder;
    this.tests = tests;
    this.sites = sites;
  }

  /** A fight as it is opened. */
  record Opened(Instant at, String title, UUID target, UUID site, List<Campaigns.NewDemand> demands,
      List<Campaigns.NewStep> steps) {}

  /** Opens a fight; nothing outside the local shows it. */
  UUID open(Opened opened) {
    UUID fight = campaigns.draft(opened.title(), opened.target(), Optional.of(opened.site()), Optional.empty());
    campaigns.ask(fight, opened.demands());
    campaigns.plan(fight, opened.steps());
    campaigns.open(fight, opened.at());
    return fight;
  }

  Campaign.Core of(UUID fight) { return campaigns.byId(fight).orElseThrow().core(); }

  /** The rung that is to be done now. */
  UUID now(UUID fight) { return of(fight).now().orElseThrow().id(); }

  /** The first rung of a kind. */
  Rung rung(UUID fight, StepKind kind) {
    return ladder.of(fight).stream().filter(rung -> rung.kind() == kind).findFirst().orElseThrow();
  }

  /** People did a rung on a day. */
  void did(UUID step, List<UUID> people, LocalDate on) {
    tests.did(step, people, on);
  }

  /** Goes on to the next rung of a fight, whose number is reached. */
  void goOn(UUID fight) {
    var site = of(fight).site().flatMap(sites::byId);
    if (!(ladder.goOn(fight, now(fight), site, Optional.empty()) instanceof Ladder.WentOn.Yes)) {
      throw new IllegalStateException("a rung of the demonstration is not reached");
    }
  }

  /** What is written down of a rung beside its text. */
  record Details(Optional<LocalDate> planned, String told, String legal, Optional<Rung.Decided> decided) {}

  /** Writes down what holds for a rung; one that was decided is one that takes a decision. */
  void detail(UUID fight, StepKind kind, UUID owner, Details details) {
    var rung = rung(fight, kind);
    var needs = new Rung.Needs(rung.needs().eachPart(), rung.needs().prepared(), details.decided().isPresent());
    ladder.save(rung.step().id(), rung.version(), new Ladder.Details(kind, details.planned(), List.of(owner),
        details.told(), details.legal(), needs, details.decided()));
  }
}
