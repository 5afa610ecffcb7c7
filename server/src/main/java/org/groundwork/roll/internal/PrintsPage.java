// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.roll.PrintCopies;
import org.groundwork.roll.Site;

/**
 * The copies of a site's list on paper: who has one, which are back.
 *
 * @param once identifies the form, so that sending it twice makes one copy
 */
public record PrintsPage(Site site, List<Line> copies, ZoneId zone, UUID once) implements View {

  /** One copy, and what the person who printed it is called. */
  public record Line(PrintCopies.Copy copy, String by) {}
}
