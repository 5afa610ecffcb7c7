// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.util.List;
import org.groundwork.defence.AllRight;
import org.groundwork.platform.web.View;

/**
 * Whom to ask today whether they are all right.
 *
 * @param done whether somebody was just noted
 */
public record AllRightPage(List<Row> rows, boolean done) implements View {
  public AllRightPage { rows = List.copyOf(rows); }

  /**
   * Somebody to ask.
   *
   * @param text a number that may be written to now; empty if there is none, or their rules forbid it
   * @param about the latest of what they took part in, as the form for a case takes it
   */
  public record Row(AllRight.Asked asked, String name, String door, String text, String about) {}
}
