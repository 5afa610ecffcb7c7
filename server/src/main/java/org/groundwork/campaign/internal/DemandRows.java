// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.groundwork.campaign.Amendments;
import org.groundwork.campaign.Campaign;
import org.groundwork.campaign.Campaigns;
import org.groundwork.platform.web.FormErrors;
import org.springframework.util.MultiValueMap;

/** Demands as typed, row by row. A row without a text is left out; one that had an identity is so removed. */
public record DemandRows(List<Row> rows) {
  private static final int LONGEST = 300;

  /** There is always a row to write in. */
  public DemandRows {
    rows = rows.isEmpty() ? List.of(new Row("", "", "", "")) : List.copyOf(rows);
  }

  /** One demand, as typed; {@code id} is empty for a new one. */
  public record Row(String id, String what, String measure, String due) {
    boolean empty() { return what.isBlank() && measure.isBlank(); }
  }

  static DemandRows of(MultiValueMap<String, String> typed) {
    var what = Typed.all(typed, "what");
    return new DemandRows(IntStream.range(0, Math.min(what.size(), 2 * Campaigns.MOST_DEMANDS))
        .mapToObj(at -> new Row(Typed.in(Typed.all(typed, "demand"), at), what.get(at),
            Typed.in(Typed.all(typed, "measure"), at), Typed.in(Typed.all(typed, "due"), at)))
        .toList());
  }

  static DemandRows of(Campaign.Core core) {
    return new DemandRows(core.demands().stream().map(DemandRows::row).toList());
  }

  private static Row row(Campaign.Demand demand) {
    return new Row(demand.id().toString(), demand.what(), demand.measure(), demand.dueOn().toString());
  }

  /** With an empty row at the end, while there is room for one. */
  DemandRows withOneMore(LocalDate due) {
    return rows.size() >= Campaigns.MOST_DEMANDS
        ? this
        : new DemandRows(Stream.concat(rows.stream(), Stream.of(new Row("", "", "", due.toString()))).toList());
  }

  public boolean roomForMore() { return rows.size() < Campaigns.MOST_DEMANDS; }

  /** With what somebody else has added since; nothing of theirs is lost by sending this again. */
  DemandRows withTheirs(Campaign.Core now) {
    var mine = rows.stream().map(Row::id).collect(Collectors.toSet());
    var theirs = now.demands().stream().filter(d -> !mine.contains(d.id().toString())).map(DemandRows::row);
    return new DemandRows(Stream.concat(rows.stream(), theirs).toList());
  }

  /** Reads the rows; a day that has passed is refused unless the demand had it before. */
  List<Amendments.Asked> read(FormErrors errors, LocalDate today, List<Campaign.Demand> before) {
    var asked = new ArrayList<Amendments.Asked>();
    for (int at = 0; at < rows.size(); at++) {
      var row = rows.get(at);
      if (!row.empty()) {
        var id = Typed.id(row.id());
        String what = errors.required("what-" + at, row.what(), LONGEST);
        String measure = errors.required("measure-" + at, row.measure(), LONGEST);
        date(errors, at, row.due(), today, id, before)
            .ifPresent(due -> asked.add(new Amendments.Asked(id, new Campaigns.NewDemand(what, measure, due))));
      }
    }
    if (rows.stream().allMatch(Row::empty)) {
      errors.refuse("what-0", "campaign.refused.no-demand");
    }
    if (rows.stream().filter(row -> !row.empty()).count() > Campaigns.MOST_DEMANDS) {
      errors.refuse("what-0", "demands.too-many", Campaigns.MOST_DEMANDS);
    }
    return asked;
  }

  private static Optional<LocalDate> date(FormErrors errors, int at, String typed, LocalDate today, Optional<UUID> id,
      List<Campaign.Demand> before) {
    String field = "due-" + at;
    String text = errors.required(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(text);
      boolean kept = before.stream().anyMatch(d -> id.equals(Optional.of(d.id())) && d.dueOn().equals(date));
      if (!kept && (date.isBefore(today) || date.isAfter(today.plusYears(3)))) {
        errors.refuse(field, "form.date.future");
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }
}
