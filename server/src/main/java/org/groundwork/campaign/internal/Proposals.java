// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Texts;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.groundwork.target.NetworkView;
import org.groundwork.target.Networks;
import org.groundwork.target.TargetKind;
import org.groundwork.target.Targets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a new campaign is filled in with: what a register and the reports know already. Runs inside a transaction. */
@Component
class Proposals {
  private static final int LOOKED_AT = 20;
  private final CommonCauses causes;
  private final Networks networks;
  private final NetworkView view;
  private final Targets targets;
  private final Sites sites;
  private final Locals locals;
  private final Ids ids;

  Proposals(CommonCauses causes, Networks networks, NetworkView view, Targets targets, Sites sites, Locals locals,
      Ids ids) {
    this.causes = causes;
    this.networks = networks;
    this.view = view;
    this.targets = targets;
    this.sites = sites;
    this.locals = locals;
    this.ids = ids;
  }

  /** The common cause of a kind and a network; none where no kind is named. Causes are for those who see them all. */
  Optional<NewCampaignPage.Cause> cause(@Nullable String kind, @Nullable String network) {
    if (kind == null || kind.isEmpty()) {
      return Optional.empty();
    }
    CampaignDesk.wholeLocal();
    if (!(Callers.actor().reachOf(Power.SEE_GRIEVANCES).orElse(null) instanceof Reach.WholeLocal)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    String against = network == null ? "" : network;
    return Optional.of(GrievanceKind.known(kind)
        .flatMap(known -> causes.of(known, against, locals.profile().currency().getCurrencyCode()))
        .map(counts -> new NewCampaignPage.Cause(counts, networks.face(against)))
        .orElseThrow(CampaignDesk::notFound));
  }

  /** An empty form with what is known filled in. */
  NewCampaignForm form(Optional<NewCampaignPage.Cause> cause, Optional<Site> site) {
    Optional<String> network = cause.map(c -> c.counts().network()).or(() -> site.flatMap(this::network));
    String named = network
        .flatMap(n -> targets.all().stream().filter(t -> t.network().equals(Optional.of(n))).findFirst())
        .map(target -> target.id().toString())
        .orElse("new");
    return new NewCampaignForm(cause.map(c -> c.counts().kind().key()).orElse(""),
        cause.map(c -> c.counts().network()).orElse(""), site.map(s -> s.id().toString()).orElse(""), named,
        kindOfTarget(cause, site).key(), behind(network, "person"), behind(network, "company"), "", "",
        ids.random().toString());
  }

  private String behind(Optional<String> network, String kind) {
    return network.stream()
        .flatMap(n -> view.behind(n, LOOKED_AT).stream())
        .filter(behind -> behind.kind().equals(kind))
        .map(NetworkView.Behind::name)
        .findFirst()
        .orElse("");
  }

  /** Who is usually on the other side: of a home a landlord, of work an employer, of study an administration. */
  private TargetKind kindOfTarget(Optional<NewCampaignPage.Cause> cause, Optional<Site> site) {
    return cause.flatMap(c -> ofSide(c.counts().kind().side()))
        .or(() -> site.or(() -> sites.all().stream().findFirst()).map(s -> TargetKind.facing(s.kind())))
        .orElse(TargetKind.LANDLORD);
  }

  private static Optional<TargetKind> ofSide(GrievanceKind.Side side) {
    return switch (side) {
      case HOME -> Optional.of(TargetKind.LANDLORD);
      case WORK -> Optional.of(TargetKind.EMPLOYER);
      case STUDY -> Optional.of(TargetKind.ADMINISTRATION);
      case ANY -> Optional.empty();
    };
  }

  /** The demand that answers the kind of grievance, proposed; one empty row where there is no cause. */
  DemandRows demands(Optional<NewCampaignPage.Cause> cause, Texts.In text, LocalDate due) {
    String what = cause.map(c -> text.t("ask.propose." + c.counts().kind().key() + ".what")).orElse("");
    String measure = cause.map(c -> text.t("ask.propose." + c.counts().kind().key() + ".measure")).orElse("");
    return new DemandRows(List.of(new DemandRows.Row("", what, measure, due.toString())));
  }

  LadderRows ladder(Texts.In text) { return LadderRows.of(ProposedSteps.texts(text)); }

  /** The network a site belongs to, as far as a register knows it. */
  Optional<String> network(Site site) {
    return site.registerSite().flatMap(networks::of);
  }
}
