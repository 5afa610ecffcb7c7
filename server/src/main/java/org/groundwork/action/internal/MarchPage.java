// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.action.March;
import org.groundwork.campaign.Campaign;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * Going there together, for those who run the action.
 *
 * @param lines who does what
 * @param choices who can be given something to do
 * @param demands which somebody can put
 * @param filmedBy who wrote the note about filming
 * @param rehearsedBy who wrote down that it was rehearsed
 * @param begun whether it has begun, so that it can be said what came of it
 * @param second the days on which everybody is asked how they are: the second, and {@code fourteenth}
 * @param changed whether somebody else changed it meanwhile
 */
public record MarchPage(Action action, March march, List<Line> lines, List<Choice> choices,
    List<Campaign.Demand> demands, Forms forms, String filmedBy, String rehearsedBy, boolean begun, LocalDate second,
    LocalDate fourteenth, boolean changed, FormErrors errors) implements View {
  public MarchPage {
    lines = List.copyOf(lines);
    choices = List.copyOf(choices);
    demands = List.copyOf(demands);
  }

  /** Somebody's part, and the demand they put; empty for none. */
  public record Line(UUID id, March.Part part, String name, String demand) {}

  /** What was typed. */
  public record Forms(String version, String filming, AnswersForm answers, MarchReportForm report, Giving giving) {}

  /** What somebody is to do, as chosen. */
  public record Giving(String part, String person, String demand) {
    static final Giving NOTHING = new Giving("", "", "");
  }

  /** Everybody with a part, in order. */
  public List<Line> of(March.Part part) {
    return lines.stream().filter(line -> line.part() == part).toList();
  }

  /** What to do next: give parts, rehearse, report, or nothing. */
  public String next() {
    if (begun) {
      return march.report().isEmpty() ? "report" : "";
    }
    if (!action.countOnly() && lines.isEmpty()) {
      return "parts";
    }
    return march.rehearsal().isEmpty() ? "rehearse" : "";
  }
}
