// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Changing what a campaign asks.
 *
 * @param version the version that was read
 * @param isPublic whether what is changed here is public at once
 * @param theirs what somebody else wrote meanwhile
 */
public record DemandsPage(UUID campaign, long version, String title, DemandRows demands, FormErrors errors,
    boolean isPublic, Optional<Campaign.Core> theirs) implements View {}
