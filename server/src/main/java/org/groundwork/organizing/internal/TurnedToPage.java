// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Levels;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Whom people of a site turn to, those who lead first.
 *
 * @param needed so many colleagues of a part make a leader of it
 */
public record TurnedToPage(Site site, List<Line> lines, int needed, LocalDate today) implements View {

  /**
   * Somebody others turn to.
   *
   * @param colleagues how many do
   * @param leads whether enough of them are of their own part
   * @param level how they stand, absent if it is not known
   */
  public record Line(UUID id, String name, String part, String door, int colleagues, boolean leads,
      Optional<String> steward, Optional<Levels.Level> level, Optional<LocalDate> lastTalk) {}

  /** How many days ago somebody was talked to. */
  public long daysSince(LocalDate day) {
    return Math.max(0, ChronoUnit.DAYS.between(day, today));
  }
}
