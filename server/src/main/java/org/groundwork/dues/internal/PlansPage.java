// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/** The scales of a local, and what they ask. */
public record PlansPage(boolean ready, List<Scale> scales) implements View {

  /**
   * A scale, ready to read.
   *
   * @param chosen how many members chose one of its rates, and how many of them a free one; told to whoever can end it
   * @param shares sentences on what goes to which fund
   */
  public record Scale(org.groundwork.dues.Plan plan, List<Line> rates, List<String> shares, int chosen,
      int free) {}

  /** A rate, ready to read. */
  public record Line(String name, String asks, boolean usual) {}

  public PlansPage { scales = List.copyOf(scales); }
}
