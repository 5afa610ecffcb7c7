// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import org.groundwork.platform.web.View;
import org.groundwork.roll.RollExport;

/**
 * What is taken out of the roll, and when: officers see each request, everybody else that there is one.
 *
 * @param officer whether the reader may open them
 * @param mayAsk whether the reader may ask for one
 */
public record ExportsPage(List<Line> exports, boolean officer, boolean mayAsk) implements View {

  /**
   * One request.
   *
   * @param askedBy what the officer who asked is called
   * @param until when it opens or closes, ready to show; empty if there is no such time
   */
  public record Line(RollExport export, String askedBy, String until) {}
}
