// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.SiteLink;
import org.groundwork.roll.SiteMerge;
import org.groundwork.roll.WallChart;

/**
 * One site: its chart, and people jotted down one per line.
 *
 * @param links pages of other modules about the site
 * @param added what came of what was just sent
 */
public record SitePage(WallChart chart, Jotted jotted, Added added, List<SiteMerge.Merged> merged,
    boolean mayEdit, List<SiteLink> links, String done) implements View {

  /**
   * People jotted down.
   *
   * @param lines what was typed and not yet entered
   * @param preview how the lines were read, when that was asked
   */
  public record Jotted(String lines, FormErrors errors, KnownPage.Preview preview) {
    static Jotted nothing() { return new Jotted("", FormErrors.none(), KnownPage.Preview.none()); }
  }
}
