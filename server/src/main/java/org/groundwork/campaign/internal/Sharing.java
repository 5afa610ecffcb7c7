// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Campaign;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Reach;
import org.groundwork.roll.Site;
import org.springframework.stereotype.Component;

/**
 * How many people have what a campaign is about: for readers who may see the reports, and nobody else. Runs inside a
 * transaction.
 */
@Component
class Sharing {
  private final CommonCauses causes;
  private final Grievances grievances;

  Sharing(CommonCauses causes, Grievances grievances) {
    this.causes = causes;
    this.grievances = grievances;
  }

  /** The reports of its common cause, with the page that lists them; or those of its site, listed. */
  Optional<CampaignPage.Shared> of(Campaign campaign, Optional<Site> site) {
    var actor = Callers.actor();
    var cause = campaign.core().cause();
    if (cause.isPresent()) {
      return actor.reachOf(Power.SEE_GRIEVANCES).orElse(null) instanceof Reach.WholeLocal
          ? GrievanceKind.known(cause.get().kind())
              .flatMap(kind -> causes.of(kind, cause.get().network(), ""))
              .map(Sharing::ofCause)
          : Optional.empty();
    }
    return site.filter(at -> actor.may(Power.SEE_GRIEVANCES, at.id())).map(at -> ofSite(grievances.atSite(at.id())));
  }

  private static CampaignPage.Shared ofCause(CommonCauses.Cause cause) {
    return new CampaignPage.Shared(cause.people(), cause.confirmed(), path(cause.kind().key(), cause.network()),
        List.of());
  }

  /** The page of a common cause, within the local. */
  static String path(Campaign.Cause cause) {
    return path(cause.kind(), cause.network());
  }

  private static String path(String kind, String network) {
    return "causes/" + kind + "?network="
        + java.net.URLEncoder.encode(network, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static CampaignPage.Shared ofSite(List<Grievances.Grievance> reports) {
    int spoken = (int) reports.stream().filter(Grievances.Grievance::confirmed).count();
    return new CampaignPage.Shared(reports.size(), spoken, "", reports);
  }
}
