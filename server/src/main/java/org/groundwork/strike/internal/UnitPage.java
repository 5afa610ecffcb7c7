// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.strike.Crossed;
import org.groundwork.strike.Happening;
import org.groundwork.strike.Hearing;
import org.jspecify.annotations.Nullable;

/**
 * A unit that withholds: what it withheld, the papers that came, what happened to it.
 *
 * @param names of those who crossed something out
 * @param leave the form by which it leaves, as typed
 * @param changed whether somebody else changed it while the reader wrote
 */
public record UnitPage(StrikeAt at, UnitRow row, List<PaperRow> papers, List<Hearing> hearings,
    List<Happening> happened, Map<UUID, String> names, LeaveForm leave, FormErrors errors, boolean changed,
    LocalDate today, Now now)
    implements
      View {

  public UnitPage {
    papers = List.copyOf(papers);
    hearings = List.copyOf(hearings);
    happened = List.copyOf(happened);
    names = Map.copyOf(names);
  }

  /** What time it is there. */
  public record Now(Instant at, ZoneId zone) {}

  /** The papers that came. */
  public List<PaperRow> standing() {
    return papers.stream().filter(paper -> paper.notice().crossed().isEmpty()).toList();
  }

  /** Those that were written down wrong. */
  public List<PaperRow> wrong() {
    return papers.stream().filter(paper -> paper.notice().crossed().isPresent()).toList();
  }

  /** The hearings that are to come. */
  public List<Hearing> coming() {
    return hearings.stream().filter(hearing -> hearing.comes(now.at())).toList();
  }

  /** Those that were, and those that were moved or wrong, the latest first. */
  public List<Hearing> past() {
    return hearings.stream().filter(hearing -> !hearing.comes(now.at())).toList().reversed();
  }

  /** What whoever crossed a line out is called; empty once they are forgotten. */
  public String by(Crossed crossed) {
    return names.getOrDefault(crossed.by(), "");
  }

  /** That a unit leaves, as typed. */
  public record LeaveForm(@Nullable String version, @Nullable String on, @Nullable String because) {}

  /** Whether the row can be written in. */
  public boolean open() { return at.goesOn() && row.unit().withholds(); }

  public String path() { return at.path() + "/units/" + row.unit().id(); }
}
