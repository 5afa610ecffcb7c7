// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.time.ZoneId;
import java.util.List;
import org.groundwork.organizing.Levels;
import org.groundwork.organizing.Settings;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * The local's scale and figures.
 *
 * @param refused what was typed in the form that was refused
 */
public record ScalePage(List<Line> levels, Settings.Values values, FormErrors errors, ScaleForm refused,
    boolean changed,
    boolean mayChange, ZoneId zone) implements View {

  /** A level and the names it had before, the latest first. */
  public record Line(Levels.Level level, List<Levels.Named> before) {}
}
