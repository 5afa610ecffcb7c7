// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.campaign.PublicFace;
import org.groundwork.campaign.Readiness;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Deciding to make a campaign public: how strong it is, what strangers will see, who decided.
 *
 * @param readiness absent without a chart
 * @param homes whether the chart counts homes
 * @param face exactly what strangers will see
 * @param site its name, if it has one
 * @param named other places of the local that strangers would read of
 * @param linked whether confirmed links say who is behind the companies
 * @param word to be typed
 */
public record GoPublicPage(UUID campaign, PublicForm form, FormErrors errors, Optional<Readiness> readiness,
    boolean homes, PublicFace face, Optional<String> site, List<String> named, boolean linked,
    String word) implements View {

  /** Whether more than half of the chart is known. */
  public boolean majority() {
    return readiness.map(Readiness::majority).orElse(false);
  }
}
