// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;

/**
 * The first thing to do once a campaign is open: talk to three.
 *
 * @param people whom to talk to next, with their place; gaps first
 * @param writers path of those who wrote about it and wait, where no chart says whom to talk to; empty for none
 * @param emptyRow a row of the chart where nobody is known, empty if there is none
 */
public record TalksPage(UUID campaign, String title, List<ToTalkTo> people, String emptyRow,
    String writers, boolean homes) implements View {

  /**
   * Somebody to talk to.
   *
   * @param path of the page on which the talk is written down, within the local
   */
  public record ToTalkTo(String name, String unit, String path) {}
}
