// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.util.List;
import java.util.OptionalInt;
import org.groundwork.campaign.CampaignList;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * The form in which somebody calls for people.
 *
 * @param canBeAsked how many said that they can at the hours in the form; absent while these are none
 * @param why why a steward asked for it; empty where nobody did
 */
public record ReinforcementEditPage(ReinforcementForm form, FormErrors errors, List<CampaignList.Line> campaigns,
    List<Site> sites, boolean wholeLocal, OptionalInt canBeAsked, String why) implements View {

  public ReinforcementEditPage {
    campaigns = List.copyOf(campaigns);
    sites = List.copyOf(sites);
  }
}
