// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Assessments;
import org.groundwork.organizing.Conversation;
import org.groundwork.organizing.Levels;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * How somebody stands at a site, by what they did; whom they lead; what was talked about with them.
 *
 * @param sites where else they stand and the reader organises, this one among them
 * @param now their level, absent if nobody has said or it has faded
 * @param fades days until a judgement says nothing
 */
public record StandingPage(Site site, List<Place> sites, UUID person, String name, Optional<Levels.Level> now,
    int fades,
    List<Levels.Level> levels, List<Past> past, Turning turning, List<Talked> talks, StandingForm form,
    FormErrors errors, ZoneId zone) implements View {

  /** A site at which they stand. */
  public record Place(UUID site, String name) {}

  /** A judgement as it was made. */
  public record Past(Assessments.Assessment assessment, Levels.Level level, String by) {}

  /** Who turns to them, and who else of their part could. */
  public record Turning(boolean leads, int needed, List<Somebody> who, List<Somebody> could) {}

  /**
   * A conversation, and who held it.
   *
   * @param issue message key of what is wrong for them
   */
  public record Talked(Conversation held, String by, Optional<String> issue) {}
}
