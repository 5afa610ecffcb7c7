// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * An answer has been written down: the code for the person's paper, shown once, the same page for every answer.
 *
 * @param link private address under which the answer is changed or withdrawn, a path on this server
 * @param entry address where the code is typed in, a path on this server
 */
public record HandedPage(List<String> groups, String link, String entry) implements View {
  public HandedPage { groups = List.copyOf(groups); }
}
