// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.dues.Runs;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/**
 * What charging a period comes to, before or after it is done.
 *
 * @param partly how many are charged only for a part of the period
 * @param leftOut how many are left out, because other scales charged them for all of it
 * @param told whether the reader may see the lines: whoever does not keep the money sees them only where each has five
 * @param run the run that was done; absent for a preview
 * @param unasked how many have not chosen a rate
 */
public record RunPage(UUID plan, String called, LocalDate period, String named, LocalDate due, List<Line> lines,
    int members, Money sum, int unasked, int partly, int leftOut, boolean told,
    Optional<Runs.Run> run) implements View {

  /** What is charged at one rate, ready to read. */
  public record Line(String name, String kind, int members, Money sum) {}

  public RunPage { lines = List.copyOf(lines); }
}
