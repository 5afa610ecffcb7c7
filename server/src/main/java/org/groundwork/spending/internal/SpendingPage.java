// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * What the reader laid out; and for officers, what waits for them.
 *
 * @param latest what was paid or taken back lately, for whoever sees the books whole
 * @param done what was just done, as a message key; may be empty
 */
public record SpendingPage(List<PayoutLine> own, List<Part> waiting, List<PayoutLine> latest, String done)
    implements
      View {
  public SpendingPage {
    own = List.copyOf(own);
    waiting = List.copyOf(waiting);
    latest = List.copyOf(latest);
  }

  /**
   * Payments with which the reader can do one thing.
   *
   * @param lines the oldest of them
   * @param count of all of them
   */
  public record Part(String key, List<PayoutLine> lines, int count) {
    public Part { lines = List.copyOf(lines); }

    /** Where the others begin: after the last that is shown. */
    public String rest() {
      return "spending/waiting/" + key + "?after=" + lines.getLast().id();
    }
  }

  /** Whether somebody waits for the reader. */
  public boolean someWait() {
    return waiting.stream().anyMatch(each -> !each.key().equals("others") && !each.lines().isEmpty());
  }
}
