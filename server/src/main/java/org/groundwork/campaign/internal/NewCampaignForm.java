// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import org.jspecify.annotations.Nullable;

/**
 * A campaign opened from a common cause, as typed: who can say yes, and one demand.
 *
 * @param unknown {@code on} when the box "we do not know yet" is ticked
 */
public record NewCampaignForm(@Nullable String kind, @Nullable String network, @Nullable String person,
    @Nullable String firm,
    @Nullable String unknown, @Nullable String what, @Nullable String measure, @Nullable String due) {

  public boolean notKnown() { return "on".equals(unknown); }

  AskForm demand() { return new AskForm(what, measure, due); }
}
