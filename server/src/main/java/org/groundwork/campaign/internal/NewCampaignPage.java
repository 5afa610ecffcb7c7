// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.Networks;

/** Opening a campaign from a common cause. */
public record NewCampaignPage(NewCampaignForm form, FormErrors errors, CommonCauses.Cause cause,
    Optional<Networks.Face> network)
    implements
      View {}
