// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * A member's first task: talk to one person where they live or work, and tell what came of it.
 *
 * @param places where the reader lives or works; empty for somebody without a place
 * @param site as typed
 * @param whom as typed
 * @param came as typed
 * @param id made with the page, so that sending twice counts once
 * @param told whether something was just told
 */
public record FirstTaskPage(List<Place> places, String site, String whom, String came, String id, FormErrors errors,
    boolean told) implements View {

  /**
   * A place of the reader's.
   *
   * @param steward the name of who is responsible for the reader there; empty for nobody
   */
  public record Place(Site site, String steward) {}
}
