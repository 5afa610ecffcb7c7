// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Writing a leaflet.
 *
 * @param codes where its picture may lead: the ends of message keys
 * @param target who can say yes, if that is known
 * @param copy the text to copy, once it was asked for
 */
public record LeafletPage(Campaign campaign, LeafletForm form, List<String> codes, Optional<String> target,
    Optional<String> copy, FormErrors errors) implements View {

  public String path() { return "campaigns/" + campaign.core().id(); }

  public boolean quiet() { return campaign instanceof Campaign.Quiet; }
}
