// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.CampaignList;
import org.groundwork.campaign.Rung;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * The form in which an action is planned or changed.
 *
 * @param action the one that is changed; absent for a new one
 * @param rungs of the fight that is chosen
 * @param countsOnly whether it keeps no names already, which is never taken back
 * @param changed whether somebody else changed it meanwhile
 */
public record ActionEditPage(Optional<UUID> action, ActionForm form, FormErrors errors,
    List<CampaignList.Line> campaigns, List<Rung> rungs, List<Site> sites, boolean wholeLocal, boolean countsOnly,
    boolean changed) implements View {
  public ActionEditPage {
    campaigns = List.copyOf(campaigns);
    rungs = List.copyOf(rungs);
    sites = List.copyOf(sites);
  }
}
