// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundwork.campaign.Amendments;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.web.FormErrors;
import org.springframework.util.MultiValueMap;

/** The rungs still to come, as typed; rungs without a text are left out. */
public record LadderRows(List<Row> rows) {
  private static final int LONGEST = 200;
  /** The highest number where no chart says how many there are. */
  private static final int MOST_PEOPLE = 1_000_000;

  /** There is always a rung to write in. */
  public LadderRows {
    rows = rows.isEmpty() ? List.of(new Row("", "", "")) : List.copyOf(rows);
  }

  /** One rung, as typed; {@code id} is empty for a new one. */
  public record Row(String id, String what, String threshold) {}

  static LadderRows of(MultiValueMap<String, String> typed) {
    var what = Typed.all(typed, "step");
    return new LadderRows(IntStream.range(0, Math.min(what.size(), 2 * Campaigns.MOST_STEPS))
        .mapToObj(at -> new Row(Typed.in(Typed.all(typed, "rung"), at), what.get(at),
            Typed.in(Typed.all(typed, "threshold"), at)))
        .toList());
  }

  static LadderRows of(Campaign.Core core) { return new LadderRows(ahead(core).map(LadderRows::row).toList()); }

  static LadderRows of(List<String> proposed) {
    return new LadderRows(proposed.stream().map(text -> new Row("", text, "")).toList());
  }

  private static Stream<Campaign.Step> ahead(Campaign.Core core) {
    return core.plan().stream().filter(step -> step.state() != Campaign.StepState.DONE);
  }

  private static Row row(Campaign.Step step) {
    return new Row(step.id().toString(), step.what(),
        step.threshold().isPresent() ? Integer.toString(step.threshold().getAsInt()) : "");
  }

  /** With an empty rung at the end, while there is room for one. */
  LadderRows withOneMore() {
    return rows.size() >= Campaigns.MOST_STEPS
        ? this
        : new LadderRows(Stream.concat(rows.stream(), Stream.of(new Row("", "", ""))).toList());
  }

  /** With what somebody else has added since. */
  LadderRows withTheirs(Campaign.Core now) {
    var mine = rows.stream().map(Row::id).collect(Collectors.toSet());
    var theirs = ahead(now).filter(step -> !mine.contains(step.id().toString())).map(LadderRows::row);
    return new LadderRows(Stream.concat(rows.stream(), theirs).toList());
  }

  /** Reads the rungs; a number is at most {@code total}, where a chart says how many there are. */
  List<Amendments.Planned> read(FormErrors errors, OptionalInt total) {
    var planned = new ArrayList<Amendments.Planned>();
    for (int at = 0; at < rows.size(); at++) {
      var row = rows.get(at);
      String what = errors.optional("step-" + at, row.what(), LONGEST);
      if (!what.isEmpty()) {
        String number = row.threshold().strip();
        OptionalInt threshold = number.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(errors.number("threshold-" + at, number, 1, Math.max(1, total.orElse(MOST_PEOPLE))));
        planned.add(new Amendments.Planned(Typed.id(row.id()), new Campaigns.NewStep(what, threshold)));
      }
    }
    if (planned.isEmpty()) {
      errors.refuse("step-0", "campaign.refused.no-plan");
    }
    if (planned.size() > Campaigns.MOST_STEPS) {
      errors.refuse("step-0", "ladder.too-many", Campaigns.MOST_STEPS);
    }
    return planned;
  }
}
