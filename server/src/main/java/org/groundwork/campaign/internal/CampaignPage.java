// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.View;
import org.groundwork.roll.WallChart;
import org.groundwork.target.Target;

/** A campaign as a story: who we are, who can say yes, what we ask, how strong we are, what happens next. */
public record CampaignPage(Campaign campaign, Optional<Target> target, Optional<WallChart> chart, int grievances,
    boolean mayRun) implements View {

  public boolean quiet() { return campaign instanceof Campaign.Quiet; }
}
