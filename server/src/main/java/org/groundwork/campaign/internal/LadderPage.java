// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Changing how a campaign goes on.
 *
 * @param done rungs that were done; they stay
 * @param total homes or jobs of the chart, if it has one
 * @param theirs what somebody else wrote meanwhile
 */
public record LadderPage(UUID campaign, long version, LadderRows ladder, List<Campaign.Step> done, FormErrors errors,
    OptionalInt total, boolean homes, Optional<Campaign.Core> theirs) implements View {}
