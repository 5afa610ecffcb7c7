// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * One page for the committee: what each steward's week came to. Printed, it says no more than it must.
 *
 * @param uncovered people of the site without a steward
 */
public record ReportBackPage(Site site, LocalDate from, LocalDate to, Optional<OpenAsks.Ask> ask, List<Line> lines,
    int uncovered) implements View {

  /**
   * One steward's week.
   *
   * @param has whom they are responsible for
   * @param talked of all they talked to this week, so many people
   * @param did of their own people, so many did what is asked
   */
  public record Line(String name, int has, int talked, int asked, int yes, int yesIf, int notYet, int no, int did) {}

  /** What everybody together came to. */
  public Line all() {
    return new Line("", lines.stream().mapToInt(Line::has).sum(), lines.stream().mapToInt(Line::talked).sum(),
        lines.stream().mapToInt(Line::asked).sum(), lines.stream().mapToInt(Line::yes).sum(),
        lines.stream().mapToInt(Line::yesIf).sum(), lines.stream().mapToInt(Line::notYet).sum(),
        lines.stream().mapToInt(Line::no).sum(), lines.stream().mapToInt(Line::did).sum());
  }
}
