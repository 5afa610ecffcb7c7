// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What became of one demand.
 *
 * @param why the reason for which it was put right last
 * @param goesOn whether the fight goes on
 * @param isPublic whether its page shows it
 * @param meanwhile whether somebody changed the fight meanwhile
 */
public record SettlePage(UUID campaign, String title, Campaign.Demand demand, SettleForm form, Optional<String> why,
    String currency, boolean goesOn, boolean isPublic, FormErrors errors, boolean meanwhile) implements View {}
