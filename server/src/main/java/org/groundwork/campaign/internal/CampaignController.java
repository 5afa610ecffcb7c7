// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.Charts;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.groundwork.target.Targets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A campaign's story, the list of campaigns, and whom to talk to first. */
@Controller
class CampaignController {
  private static final int FIRST_TALKS = 3;
  private final Transactions transactions;
  private final Campaigns campaigns;
  private final Targets targets;
  private final Sites sites;
  private final Charts charts;
  private final People people;
  private final Grievances grievances;
  private final CommonCauses causes;
  private final Audit audit;

  CampaignController(Transactions transactions, Campaigns campaigns, Targets targets, Sites sites, Charts charts,
      People people,
      Grievances grievances, CommonCauses causes, Audit audit) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.targets = targets;
    this.sites = sites;
    this.charts = charts;
    this.people = people;
    this.grievances = grievances;
    this.causes = causes;
    this.audit = audit;
  }

  @GetMapping("/l/{local}/campaigns")
  @Requires(Power.TAKE_PART)
  Answer list() {
    boolean runs = Callers.actor().may(Power.RUN_CAMPAIGNS);
    return transactions.read(() -> Answer.show(new CampaignListPage(
        campaigns.all().stream().filter(c -> runs || !(c instanceof Campaign.Draft)).toList())));
  }

  @GetMapping("/l/{local}/campaigns/{id}")
  @Requires(Power.TAKE_PART)
  Answer story(@PathVariable UUID id) {
    return transactions.write(() -> {
      var campaign = found(id);
      var actor = Callers.actor();
      Optional<Site> site = campaign.core().site().flatMap(sites::byId);
      boolean seesPeople = site.isPresent() && actor.may(Power.SEE_PEOPLE, site.get().id());
      if (seesPeople) {
        audit.record("chart-seen", new SubjectRef("site", site.get().id()), "");
      }
      int shared = sharing(campaign, site);
      return Answer.show(new CampaignPage(campaign, targets.byId(campaign.core().target()),
          seesPeople ? site.map(charts::of) : Optional.empty(), shared, actor.may(Power.RUN_CAMPAIGNS)));
    });
  }

  @GetMapping("/l/{local}/campaigns/{id}/talks")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer talks(@PathVariable UUID id) {
    return transactions.write(() -> {
      var campaign = found(id);
      var site = campaign.core().site().flatMap(sites::byId);
      var next = new ArrayList<TalksPage.ToTalkTo>();
      String empty = "";
      if (site.isPresent()) {
        audit.record("chart-seen", new SubjectRef("site", site.get().id()), "");
        empty = charts.of(site.get()).emptyRows().stream().findFirst().orElse("");
        next.addAll(toTalkTo(site.get(), empty.isEmpty() ? FIRST_TALKS : FIRST_TALKS - 1));
      }
      return Answer.show(new TalksPage(id, campaign.core().title(), next, empty,
          site.map(Site::kind).orElse(SiteKind.BUILDING) == SiteKind.BUILDING));
    });
  }

  private List<TalksPage.ToTalkTo> toTalkTo(Site site, int most) {
    var labels = new HashMap<UUID, String>();
    sites.units(site.id()).forEach(unit -> labels.put(unit.id(), unit.label()));
    UUID me = Callers.actor().person();
    var places = people.at(site.id())
        .stream()
        .filter(p -> !p.bossSide() && !p.person().equals(me))
        .limit(most)
        .toList();
    var known = people.known(places.stream().map(People.Place::person).toList());
    return places.stream()
        .flatMap(p -> Optional.ofNullable(known.get(p.person()))
            .map(k -> new TalksPage.ToTalkTo(k.name(), p.unit().map(labels::get).orElse("")))
            .stream())
        .toList();
  }

  /** How many grievances stand behind a campaign: those of its common cause, or those of its site. */
  private int sharing(Campaign campaign, Optional<Site> site) {
    return campaign.core()
        .cause()
        .flatMap(cause -> GrievanceKind.known(cause.kind()).flatMap(kind -> causes.of(kind, cause.network(), "")))
        .map(CommonCauses.Cause::people)
        .orElseGet(() -> site.map(s -> grievances.atSite(s.id()).size()).orElse(0));
  }

  private Campaign found(UUID id) {
    return campaigns.byId(id).orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
  }
}
