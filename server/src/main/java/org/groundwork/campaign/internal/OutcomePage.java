// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Closing;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Ending a campaign: what became of each demand.
 *
 * @param demands those that are not settled yet
 * @param settled those that are; what became of them stays
 * @param currency in which a value is asked
 * @param cases of people who are still being hit back at, which are answered first
 * @param isPublic whether its page will tell the outcome
 */
public record OutcomePage(UUID campaign, long version, List<Campaign.Demand> demands,
    List<Campaign.Demand> settled, OutcomeRows outcomes, String word,
    String currency, List<Closing.InTheWay> cases, boolean isPublic, FormErrors errors) implements View {}
