// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.View;

/** The local's campaigns. */
public record CampaignListPage(List<Campaign> campaigns) implements View {}
