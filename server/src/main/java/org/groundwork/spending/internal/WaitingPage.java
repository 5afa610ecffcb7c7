// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * A page of payments that wait for one thing.
 *
 * @param part as message keys have it
 * @param after where the next page begins; empty on the last
 */
public record WaitingPage(String part, List<PayoutLine> lines, String after) implements View {
  public WaitingPage { lines = List.copyOf(lines); }
}
