// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Ladder;
import org.groundwork.campaign.Rung;
import org.groundwork.campaign.Runners;
import org.groundwork.campaign.StepKind;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages of actions have in common: who may open them, what can be chosen, what time it is. */
@Component
class ActionDesk {
  private static final int MOST_CAMPAIGNS = 100;
  private final Actions actions;
  private final CampaignList campaigns;
  private final Ladder ladder;
  private final Sites sites;
  private final Locals locals;
  private final Clock clock;

  ActionDesk(Actions actions, CampaignList campaigns, Ladder ladder, Sites sites, Locals locals, Clock clock) {
    this.actions = actions;
    this.campaigns = campaigns;
    this.ladder = ladder;
    this.sites = sites;
    this.locals = locals;
    this.clock = clock;
  }

  /** An action as anybody of the local may see it. */
  Action seen(UUID id) {
    return actions.byId(id).orElseThrow(ActionDesk::notFound);
  }

  /** An action that the caller runs; any other is as if it were not there. */
  Action run(UUID id) {
    return actions.byId(id).filter(action -> runs(Callers.actor(), action)).orElseThrow(ActionDesk::notFound);
  }

  /** An action that the caller runs and that is neither over nor called off. */
  Action planned(UUID id) {
    return Optional.of(run(id))
        .filter(action -> action.state() == Action.State.PLANNED)
        .orElseThrow(ActionDesk::notFound);
  }

  /** An action that the caller runs and that is a date of a rung of this kind; any other is as if it were not there. */
  Action run(UUID id, StepKind kind) {
    return Optional.of(run(id)).filter(action -> is(action, kind)).orElseThrow(ActionDesk::notFound);
  }

  /** An action that is a date of a rung of this kind, as anybody of the local may see it. */
  Action seen(UUID id, StepKind kind) {
    return Optional.of(seen(id)).filter(action -> is(action, kind)).orElseThrow(ActionDesk::notFound);
  }

  /** Whether an action is a date of a rung of this kind. */
  boolean is(Action action, StepKind kind) {
    return rung(action).filter(rung -> rung.kind() == kind).isPresent();
  }

  /** Whether somebody runs an action: for the whole local, or for its site. */
  static boolean runs(Caller.Actor actor, Action action) {
    return Runners.runs(actor, action.site());
  }

  /** The fights that an action of the caller's can be part of. */
  List<CampaignList.Line> campaigns() {
    return campaigns.goingOn(CampaignList.START, MOST_CAMPAIGNS)
        .stream()
        .filter(line -> line.state() != Campaign.State.DRAFT && line.runBy(Callers.actor()))
        .toList();
  }

  /** The rungs of which an action of this fight can be a date; none of a fight that is not the caller's. */
  List<Rung> rungs(Optional<UUID> campaign) {
    return campaign.filter(id -> campaigns().stream().anyMatch(line -> line.id().equals(id)))
        .map(ladder::of)
        .orElseGet(List::of);
  }

  /** The rung that an action is a date of. */
  Optional<Rung> rung(Action action) {
    return action.campaign().flatMap(fight -> action.step().flatMap(step -> ladder.rung(fight, step)));
  }

  /** The sites at which the caller organises. */
  List<Site> sites() {
    return sites.all().stream().filter(site -> Callers.actor().may(Power.RUN_CAMPAIGNS, site.id())).toList();
  }

  Optional<Site> site(Action action) { return action.site().flatMap(sites::byId); }

  /** What the fight of an action is called. */
  Optional<CampaignList.Line> campaign(Action action) {
    return action.campaign()
        .flatMap(id -> campaigns.goingOn(CampaignList.START, MOST_CAMPAIGNS)
            .stream()
            .filter(line -> line.id().equals(id))
            .findFirst());
  }

  ActionForm.May may(List<CampaignList.Line> fights, List<Rung> rungs, List<Site> places) {
    return new ActionForm.May(fights.stream().map(CampaignList.Line::id).toList(),
        rungs.stream().map(rung -> rung.step().id()).toList(), places.stream().map(Site::id).toList(),
        Runners.wholeLocal(Callers.actor()));
  }

  ZoneId zone() { return locals.profile().zone(); }

  Instant now() { return clock.instant(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static String at(UUID action, String rest) { return at("actions/" + action + rest); }

  /** An address that names no local is a page that is not there. */
  static void requireLocal() {
    if (!Tenancy.isLocal()) {
      throw notFound();
    }
  }

  /** The person of this local who asks, if it is one who takes part. */
  static Optional<UUID> member() {
    return Callers.current() instanceof Caller.Actor actor && actor.may(Power.TAKE_PART)
        ? Optional.of(actor.person())
        : Optional.empty();
  }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
