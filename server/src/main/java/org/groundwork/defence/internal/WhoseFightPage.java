// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;

/**
 * Open cases of a place that belong to no fight: whether they are about the one that is being ended.
 *
 * @param fight what it is called
 */
public record WhoseFightPage(UUID campaign, String fight, List<CasesPage.Row> rows, LocalDate today) implements View {
  public WhoseFightPage { rows = List.copyOf(rows); }
}
