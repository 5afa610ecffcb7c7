// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.organizing.OpenAsks;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * One page for the committee: what each steward's week came to. Printed, it says no more than it must.
 *
 * @param weeks the Mondays of the weeks that can be chosen
 * @param ask what is asked now; absent where a week that is over is looked at
 * @param lines steward by steward
 * @param place everybody of the place together, also those without a steward
 * @param local everybody of the local together, for those who organise all of it
 * @param uncovered people of the site without a steward
 */
public record ReportBackPage(Site site, ReportWeek week, List<LocalDate> weeks, Optional<OpenAsks.Ask> ask,
    List<Line> lines, Line place, Optional<Line> local, int uncovered) implements View {
  public ReportBackPage {
    weeks = List.copyOf(weeks);
    lines = List.copyOf(lines);
  }

  /**
   * What somebody's week came to, or everybody's.
   *
   * @param has whom they are responsible for; absent where that is not counted
   * @param talked of all they talked to this week, so many people
   * @param did of their own people, so many did something that was asked
   */
  public record Line(String name, OptionalInt has, int talked, int asked, int yes, int yesIf, int notYet, int no,
      int did) {}

  /** Whether anything is to be reported. */
  public boolean empty() { return lines.isEmpty(); }
}
