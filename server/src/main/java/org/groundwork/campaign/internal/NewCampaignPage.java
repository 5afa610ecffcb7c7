// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;
import org.groundwork.target.Networks;
import org.groundwork.target.Target;

/**
 * Opening a campaign: who can say yes, what we ask, how we go on, and where.
 *
 * @param cause the common cause it grows from, if it does
 * @param targets those named before
 * @param sites the places it may be about
 * @param anywhere whether it may be about no single place
 */
public record NewCampaignPage(NewCampaignForm form, DemandRows demands, LadderRows ladder, FormErrors errors,
    Optional<Cause> cause, List<Target> targets, List<Site> sites, boolean anywhere) implements View {

  /** What it grows from. */
  public record Cause(CommonCauses.Cause counts, Optional<Networks.Face> network) {}
}
