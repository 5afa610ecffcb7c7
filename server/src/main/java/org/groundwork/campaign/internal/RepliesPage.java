// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Replies;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What the other side answered.
 *
 * @param once identifies the form, so that sending it twice writes one reply
 * @param due whether the day of a promise is over
 */
public record RepliesPage(Campaign campaign, List<Replies.Reply> replies, ReplyForm form, UUID once, boolean due,
    FormErrors errors) implements View {

  public String path() { return "campaigns/" + campaign.core().id(); }

  public List<Campaign.Demand> demands() { return campaign.core().demands(); }

  /** The words of a demand. */
  public String what(UUID demand) {
    return demands().stream().filter(d -> d.id().equals(demand)).map(Campaign.Demand::what).findFirst().orElse("");
  }
}
