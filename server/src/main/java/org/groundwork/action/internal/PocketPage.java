// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.util.List;
import java.util.Map;
import org.groundwork.action.Action;
import org.groundwork.action.March;
import org.groundwork.platform.web.View;

/**
 * What one carries to a march: the order and the answers, and nobody's name.
 *
 * @param answers what we answer, by reply
 * @param filming whether filming is lawful here, as it was written down; empty for nothing
 */
public record PocketPage(Action action, List<Line> lines, Map<March.Reply, String> answers, String filming)
    implements
      View {
  public PocketPage {
    lines = List.copyOf(lines);
    answers = Map.copyOf(answers);
  }

  /** Somebody's part, by initials, and the demand they put; empty for none. */
  public record Line(March.Part part, String initials, String demand) {}

  /** Everybody with a part, in order. */
  public List<Line> of(March.Part part) {
    return lines.stream().filter(line -> line.part() == part).toList();
  }
}
