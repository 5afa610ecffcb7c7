// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Settings;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The local's scale and figures.
 *
 * @param gone levels that are not used any more
 * @param refused what was typed in the form that was refused
 */
public record ScalePage(List<Line> levels, List<Gone> gone, Settings.Values values, FormErrors errors,
    ScaleForm refused,
    boolean changed,
    boolean mayChange, ZoneId zone) implements View {

  /** A level and the names it had before, the latest first. */
  public record Line(Levels.Level level, List<Before> before) {}

  /** A level that is not used any more, with its names. */
  public record Gone(Line line, Instant at) {}

  /** A name a level had, absent for the one it began with, and until when. */
  public record Before(Optional<String> name, Instant until) {}
}
