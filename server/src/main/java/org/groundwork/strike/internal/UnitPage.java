// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Notices;
import org.jspecify.annotations.Nullable;

/**
 * A unit that withholds: what it withheld, the papers that came, what happened to it.
 *
 * @param leave the form by which it leaves, as typed
 * @param changed whether somebody else changed it while the reader wrote
 */
public record UnitPage(StrikeAt at, UnitRow row, List<PaperRow> papers, List<Notices.Hearing> hearings,
    List<Happening> happened, LeaveForm leave, FormErrors errors, boolean changed, LocalDate today, ZoneId zone)
    implements
      View {

  public UnitPage {
    papers = List.copyOf(papers);
    hearings = List.copyOf(hearings);
    happened = List.copyOf(happened);
  }

  /** That a unit leaves, as typed. */
  public record LeaveForm(@Nullable String version, @Nullable String on, @Nullable String because) {}

  /** Whether the row can be written in. */
  public boolean open() { return at.goesOn() && row.unit().withholds(); }

  public String path() { return at.path() + "/units/" + row.unit().id(); }
}
