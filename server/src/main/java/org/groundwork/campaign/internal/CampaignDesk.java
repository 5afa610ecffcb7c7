// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.campaign.Readiness;
import org.groundwork.campaign.Runners;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.roll.Charts;
import org.groundwork.roll.LastContact;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.groundwork.roll.SiteKind;
import org.groundwork.roll.Sites;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages of a campaign have in common: who may open them, and how strong it is. Runs inside a transaction. */
@Component
class CampaignDesk {
  private final Campaigns campaigns;
  private final Sites sites;
  private final Charts charts;
  private final People people;
  private final List<LastContact> conversations;
  private final Locals locals;
  private final Audit audit;
  private final Clock clock;

  CampaignDesk(Campaigns campaigns, Sites sites, Charts charts, People people,
      ObjectProvider<LastContact> conversations, Locals locals, Audit audit, Clock clock) {
    this.campaigns = campaigns;
    this.sites = sites;
    this.charts = charts;
    this.people = people;
    this.conversations = conversations.orderedStream().toList();
    this.locals = locals;
    this.audit = audit;
    this.clock = clock;
  }

  /** A campaign as anybody of the local may see it; a draft is only for those who run it. */
  Campaign seen(UUID id) {
    return campaigns.byId(id)
        .filter(c -> !(c instanceof Campaign.Draft) || Runners.runs(Callers.actor(), c))
        .orElseThrow(CampaignDesk::notFound);
  }

  /** A campaign that the caller runs; any other is as if it were not there. */
  Campaign run(UUID id) {
    return campaigns.byId(id).filter(c -> Runners.runs(Callers.actor(), c)).orElseThrow(CampaignDesk::notFound);
  }

  /** What goes out of the house is decided by those who run campaigns of the whole local. */
  static void wholeLocal() {
    if (!Runners.wholeLocal(Callers.actor())) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
  }

  /** What a public campaign says is public at once, so changing it takes the whole local. */
  Campaign change(UUID id) {
    var campaign = run(id);
    if (campaign instanceof Campaign.Public) {
      wholeLocal();
    }
    return campaign;
  }

  Optional<Site> site(Campaign campaign) { return campaign.core().site().flatMap(sites::byId); }

  /** The strength at a site, for those who may see its people; the look is audited. */
  Optional<Strength> strength(Optional<Site> site) {
    return site.filter(at -> Callers.actor().may(Power.SEE_PEOPLE, at.id())).map(at -> {
      audit.record("chart-seen", new SubjectRef("site", at.id()), "");
      var chart = charts.of(at);
      return new Strength(chart, new Readiness(chart.known(), talked(at), chart.total()));
    });
  }

  /** Homes, or people at a workplace, that somebody has talked to; absent where no module keeps conversations. */
  private OptionalInt talked(Site site) {
    if (conversations.isEmpty()) {
      return OptionalInt.empty();
    }
    var ours = people.at(site.id()).stream().filter(place -> !place.bossSide()).toList();
    var ids = ours.stream().map(People.Place::person).distinct().toList();
    var talkedTo = new HashSet<UUID>();
    conversations.forEach(kept -> talkedTo.addAll(kept.lastTalkedTo(ids).keySet()));
    var there = ours.stream().filter(place -> talkedTo.contains(place.person()));
    return OptionalInt.of((int) (site.kind() == SiteKind.BUILDING
        ? there.flatMap(place -> place.unit().stream()).distinct().count()
        : there.map(People.Place::person).distinct().count()));
  }

  /** The sites whose campaigns the caller runs. */
  List<Site> runnable() {
    return sites.all().stream().filter(site -> Callers.actor().may(Power.RUN_CAMPAIGNS, site.id())).toList();
  }

  LocalDate today() { return LocalDate.now(clock.withZone(zone())); }

  ZoneId zone() { return locals.profile().zone(); }

  static String at(String rest) { return "/l/" + Callers.actor().handle() + "/" + rest; }

  static String story(UUID campaign, String done) {
    return at("campaigns/" + campaign + (done.isEmpty() ? "" : "?done=" + done));
  }

  static NotAllowed notFound() { return new NotAllowed(NotAllowed.Reason.NOT_FOUND); }
}
