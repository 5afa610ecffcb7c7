// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import org.groundwork.campaign.PublicFace;
import org.groundwork.platform.web.View;

/** A public campaign, as strangers see it. */
public record PublicCampaignPage(String handle, PublicFace face) implements View {}
