// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;

/**
 * The first thing to do once a campaign is open: talk to three.
 *
 * @param people whom to talk to next, with their place; gaps first
 * @param writers path of those who wrote about it and wait, where no chart says whom to talk to; empty for none
 * @param site whose doors lead to the talks, absent where no chart is the reader's to see
 * @param emptyRow a row of the chart where nobody is known, empty if there is none
 */
public record TalksPage(UUID campaign, String title, Optional<UUID> site, List<ToTalkTo> people, String emptyRow,
    String writers, boolean homes) implements View {

  /** Somebody to talk to. */
  public record ToTalkTo(UUID id, String name, String unit) {}
}
