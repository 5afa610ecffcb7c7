// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.LocalDate;
import java.util.List;
import org.groundwork.defence.Case;
import org.groundwork.platform.web.View;

/**
 * The cases somebody works on.
 *
 * @param narrowed whether only those of one rung or fight are shown
 */
public record CasesPage(List<Row> open, List<Row> closed, boolean narrowed, LocalDate today) implements View {
  public CasesPage {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }

  /** A case with what people and places are called; the name is empty once they are forgotten. */
  public record Row(Case hit, String name, String site) {}
}
