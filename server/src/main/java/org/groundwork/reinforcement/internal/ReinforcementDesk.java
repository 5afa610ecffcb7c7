// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.Actions;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.reinforcement.Answers;
import org.groundwork.reinforcement.Asked;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Component;

/** What the pages of calls have in common: who may see what, what can be chosen, what time it is. */
@Component
class ReinforcementDesk {
  private static final int MOST_CAMPAIGNS = 100;
  private final Reinforcements calls;
  private final Answers answers;
  private final Chosen chosen;
  private final Locals locals;
  private final Clock clock;

  ReinforcementDesk(Reinforcements calls, Answers answers, Chosen chosen, Locals locals, Clock clock) {
    this.calls = calls;
    this.answers = answers;
    this.chosen = chosen;
    this.locals = locals;
    this.clock = clock;
  }

  /** What a call can be part of. */
  @Component("reinforcementChosen")
  record Chosen(CampaignList campaigns, Actions actions, Sites sites) {}

  /**
   * A call as the caller may see it: whoever runs it all of them; others one that is not rapid, and a rapid one only if
   * they were asked. Any other is as if it were not there.
   */
  Reinforcement seen(UUID id) { return calls.byId(id).filter(this::sees).orElseThrow(ReinforcementDesk::notFound); }

  private boolean sees(Reinforcement call) { return runs(call) || !call.rapid() || mine(call).isPresent(); }

  /** A call that the caller runs. */
  Reinforcement run(UUID id) {
    return calls.byId(id).filter(ReinforcementDesk::runs).orElseThrow(ReinforcementDesk::notFound);
  }

  /** Whether the caller runs a call: for the whole local, or for the place it helps. */
  static boolean runs(Reinforcement call) {
    return Runners.runs(Callers.actor(), call.ties().site());
  }

  /** What the caller was asked and said. */
  Optional<Asked> mine(Reinforcement call) {
    return answers.of(call.id(), Callers.actor().person());
  }

  /** For whom calls are listed. */
  static Reinforcements.Reader reader() {
    var actor = Callers.actor();
    Set<UUID> own = actor.reachOf(Power.RUN_CAMPAIGNS).orElse(null) instanceof Reach.Sites(var sites)
        ? sites
        : Set.of();
    return new Reinforcements.Reader(actor.person(), Runners.wholeLocal(actor), own);
  }

  /**
   * Whether the caller is told where: whoever comes, and whoever runs it. Of a rapid call that went out only whoever
   * comes, called or confirmed it; of one that is over nobody.
   */
  boolean toldWhere(Reinforcement call, Optional<Asked> mine) {
    if (!call.live(now()) && !call.waits(now())) {
      return false;
    }
    UUID me = Callers.actor().person();
    boolean signed = call.signed().by().equals(me) || call.signed().confirmedBy().filter(me::equals).isPresent();
    boolean runner = runs(call) && (!call.rapid() || call.waits(now()) || signed);
    return runner || mine.filter(asked -> asked.state().comes()).isPresent();
  }

  /** The fights that a call of the caller's can be for. */
  List<CampaignList.Line> campaigns() {
    return chosen.campaigns()
        .goingOn(CampaignList.START, MOST_CAMPAIGNS)
        .stream()
        .filter(line -> line.state() != Campaign.State.DRAFT && line.runBy(Callers.actor()))
        .toList();
  }

  /** The places for which the caller organises. */
  List<Site> sites() {
    return chosen.sites().all().stream().filter(site -> Callers.actor().may(Power.ORGANISE, site.id())).toList();
  }

  /** An action that the caller runs. */
  Optional<Action> action(Optional<UUID> id) {
    return id.flatMap(chosen.actions()::byId)
        .filter(action -> Runners.runs(Callers.actor(), action.site()));
  }

  ReinforcementForm.May may(Optional<UUID> action) {
    return new ReinforcementForm.May(campaigns(), sites(), Runners.wholeLocal(Callers.actor()),
        action(action).map(Action::id));
  }

  /** A fight by its title. */
  Optional<CampaignList.Line> campaign(Optional<UUID> id) {
    return chosen.campaigns().of(id.stream().toList()).stream().findFirst();
  }

  /** What fights are called. */
  Map<UUID, String> titles(List<UUID> ids) {
    return chosen.campaigns().of(ids).stream().collect(toMap(CampaignList.Line::id, CampaignList.Line::title));
  }

  ZoneId zone() { return locals.profile().zone(); }

  Instant now() { return clock.instant(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static String at(UUID call, String rest) { return at("reinforcements/" + call + rest); }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
