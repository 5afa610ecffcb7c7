// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.FightDates;
import org.groundwork.campaign.FightPromises;
import org.groundwork.campaign.Pledged;
import org.groundwork.campaign.Publicity;
import org.groundwork.campaign.Replies;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Site;
import org.groundwork.target.Target;
import org.groundwork.target.Targets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A campaign's story and the list of campaigns. */
@Controller
class CampaignController {
  private static final int ROWS = 50;
  private static final Map<String, String> DONE = Map.of("opened", "campaign.done.opened", "saved",
      "campaign.done.saved", "public", "campaign.done.public", "quiet", "campaign.done.quiet", "gone",
      "campaign.done.gone", "ended",
      "campaign.done.ended");
  private final Transactions transactions;
  private final CampaignList list;
  private final CampaignDesk desk;
  private final Sharing sharing;
  private final Publicity publicity;
  private final Targets targets;
  private final ObjectProvider<Pledged> pledged;
  private final List<FightDates> dates;
  private final Replies replies;
  private final List<FightPromises> promises;

  CampaignController(Transactions transactions, CampaignList list, CampaignDesk desk, Sharing sharing,
      Publicity publicity, Targets targets, ObjectProvider<Pledged> pledged, ObjectProvider<FightDates> dates,
      ObjectProvider<FightPromises> promises, Replies replies) {
    this.replies = replies;
    this.promises = promises.orderedStream().toList();
    this.dates = dates.orderedStream().toList();
    this.transactions = transactions;
    this.list = list;
    this.desk = desk;
    this.sharing = sharing;
    this.publicity = publicity;
    this.targets = targets;
    this.pledged = pledged;
  }

  @GetMapping("/l/{local}/campaigns")
  @Requires(Power.TAKE_PART)
  Answer list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "") String below) {
    boolean ended = show.equals("ended");
    var from = Typed.id(below).orElse(CampaignList.START);
    return transactions.read(() -> {
      var lines = ended ? list.ended(from, ROWS + 1) : list.goingOn(from, ROWS + 1);
      var shown = lines.subList(0, Math.min(lines.size(), ROWS));
      Optional<String> next = lines.size() > ROWS
          ? Optional.of("campaigns?" + (ended ? "show=ended&" : "") + "below=" + shown.getLast().id())
          : Optional.empty();
      return Answer.show(new CampaignListPage(rows(shown), ended, next, desk.today(),
          Callers.actor().may(Power.RUN_CAMPAIGNS)));
    });
  }

  private List<CampaignListPage.Row> rows(List<CampaignList.Line> lines) {
    var names = targets.all().stream().collect(Collectors.toMap(Target::id, Target::called));
    return lines.stream()
        .filter(line -> line.state() != Campaign.State.DRAFT || line.runBy(Callers.actor()))
        .map(line -> new CampaignListPage.Row(line, names.getOrDefault(line.target(), Optional.empty())))
        .toList();
  }

  @GetMapping("/l/{local}/campaigns/{id}")
  @Requires(Power.TAKE_PART)
  Answer story(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
    return transactions.write(() -> {
      var campaign = desk.seen(id);
      var site = desk.site(campaign);
      var strength = desk.strength(site);
      return Answer.show(new CampaignPage(campaign, targets.byId(campaign.core().target()),
          strength.isPresent() ? site : Optional.empty(), strength, sharing.of(campaign, site), pledged(campaign, site),
          may(campaign), decision(campaign), new CampaignPage.Today(desk.today(), desk.zone()), ahead(campaign),
          replies.heard(id), promises(campaign),
          DONE.getOrDefault(done, "")));
    });
  }

  private List<FightPromises.Promise> promises(Campaign campaign) {
    boolean words = Runners.runs(Callers.actor(), campaign);
    return promises.stream().flatMap(source -> source.of(campaign.core().id(), words).stream()).toList();
  }

  private Optional<Pledged.Count> pledged(Campaign campaign, Optional<Site> site) {
    return Runners.runs(Callers.actor(), campaign)
        && site.filter(at -> Callers.actor().may(Power.SEE_PEOPLE, at.id())).isPresent()
            ? campaign.core()
                .now()
                .flatMap(now -> pledged.stream().flatMap(kept -> kept.of(now.id()).stream()).findFirst())
            : Optional.empty();
  }

  private CampaignPage.May may(Campaign campaign) {
    var actor = Callers.actor();
    boolean runs = Runners.runs(actor, campaign);
    boolean whole = Runners.wholeLocal(actor);
    boolean change = runs && campaign.goesOn() && (whole || !(campaign instanceof Campaign.Public));
    boolean settle = runs && !(campaign instanceof Campaign.Draft)
        && (whole || publicity.inForce(campaign.core().id()).isEmpty());
    return new CampaignPage.May(runs, change, whole, actor.may(Power.RESEARCH), settle);
  }

  private CampaignPage.Ahead ahead(Campaign campaign) {
    if (campaign instanceof Campaign.Draft) {
      return new CampaignPage.Ahead(List.of(), "");
    }
    UUID id = campaign.core().id();
    boolean plans = campaign.goesOn() && Runners.runs(Callers.actor(), campaign);
    return new CampaignPage.Ahead(dates.stream().flatMap(source -> source.of(id).stream()).toList(),
        plans ? dates.stream().findFirst().map(source -> source.planning(id)).orElse("") : "");
  }

  private Optional<CampaignPage.Public> decision(Campaign campaign) {
    return publicity.inForce(campaign.core().id())
        .map(decision -> new CampaignPage.Public(decision,
            "/p/" + Callers.actor().handle() + "/" + decision.page()));
  }
}
