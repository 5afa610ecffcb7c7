// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.grievance.Grievances;
import org.groundwork.organizing.Conversations;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whom to talk to first in a campaign. */
@Controller
class TalksController {
  private static final int FIRST_TALKS = 3;
  private final Transactions transactions;
  private final CampaignDesk desk;
  private final Sites sites;
  private final People people;
  private final Grievances grievances;
  private final Conversations conversations;

  TalksController(Transactions transactions, CampaignDesk desk, Sites sites, People people, Grievances grievances,
      Conversations conversations) {
    this.conversations = conversations;
    this.grievances = grievances;
    this.transactions = transactions;
    this.desk = desk;
    this.sites = sites;
    this.people = people;
  }

  @GetMapping("/l/{local}/campaigns/{id}/talks")
  @Requires(Power.RUN_CAMPAIGNS)
  Answer talks(@PathVariable UUID id) {
    return transactions.write(() -> {
      var campaign = desk.run(id);
      var site = desk.site(campaign);
      var strength = desk.strength(site);
      var next = new ArrayList<TalksPage.ToTalkTo>();
      String empty = strength.flatMap(s -> s.chart().emptyRows().stream().findFirst()).orElse("");
      strength.ifPresent(
          s -> next.addAll(toTalkTo(s.chart().site(), empty.isEmpty() ? FIRST_TALKS : FIRST_TALKS - 1)));
      return Answer
          .show(new TalksPage(id, campaign.core().title(), strength.map(s -> s.chart().site().id()), next, empty,
              next.isEmpty() && empty.isEmpty() ? writers(campaign.core().cause()) : "",
              site.map(Site::kind).orElse(SiteKind.BUILDING) == SiteKind.BUILDING));
    });
  }

  private static String writers(Optional<Campaign.Cause> cause) {
    return Callers.actor().mayEverywhere(Power.SEE_GRIEVANCES) ? cause.map(Sharing::path).orElse("") : "";
  }

  /** Whether somebody has spoken with those of a site of whom a report is open; nobody else is in it. */
  private Map<UUID, Boolean> spokenWith(Site site) {
    var spoken = new HashMap<UUID, Boolean>();
    grievances.atSite(site.id())
        .forEach(report -> report.person().ifPresent(who -> spoken.merge(who, report.confirmed(), Boolean::logicalOr)));
    return spoken;
  }

  /** Those somebody says have it too come first; who has been spoken with is left out. */
  private List<TalksPage.ToTalkTo> toTalkTo(Site site, int most) {
    var labels = new HashMap<UUID, String>();
    sites.units(site.id()).forEach(unit -> labels.put(unit.id(), unit.label()));
    UUID me = Callers.actor().person();
    var spokenWith = spokenWith(site);
    var there = people.at(site.id());
    var talked = conversations.lastTalkedTo(there.stream().map(People.Place::person).toList()).keySet();
    var places = there.stream()
        .filter(p -> !p.bossSide() && !p.person().equals(me))
        .filter(p -> !Boolean.TRUE.equals(spokenWith.get(p.person())) && !talked.contains(p.person()))
        .sorted(Comparator.comparing(p -> !spokenWith.containsKey(p.person())))
        .limit(most)
        .toList();
    var known = people.known(places.stream().map(People.Place::person).toList());
    return places.stream()
        .flatMap(p -> Optional.ofNullable(known.get(p.person()))
            .map(k -> new TalksPage.ToTalkTo(p.person(), k.name(), p.unit().map(labels::get).orElse("")))
            .stream())
        .toList();
  }
}
