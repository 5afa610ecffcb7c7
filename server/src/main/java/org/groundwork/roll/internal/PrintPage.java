// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.roll.PrintCopies;
import org.groundwork.roll.Site;

/** One copy as it prints, and what its codes mean, which does not print. */
public record PrintPage(Site site, PrintCopies.Copy copy, List<Line> lines, ZoneId zone) implements View {

  /** One line. */
  public record Line(int code, UUID person, String unit, String name) {}
}
