// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.ReportQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked of the list of reports, as it stands in the address. What cannot be read is not asked.
 *
 * @param of {@code month} for the last 30 days, {@code members} for reports of members
 * @param after day and identifier of the last report on the page before
 */
public record ReportsQuery(@Nullable String state, @Nullable String kind, @Nullable String network,
    @Nullable String of, @Nullable String after) {

  ReportQuery.Filter filter(LocalDate today) {
    return new ReportQuery.Filter(chosen(), is(kind).flatMap(GrievanceKind::known), is(network),
        "month".equals(of) ? Optional.of(today.minusDays(29)) : Optional.empty(), "members".equals(of));
  }

  /** The list that is shown where nothing is asked: those who wait for a talk. */
  private ReportQuery.State chosen() {
    return Arrays.stream(ReportQuery.State.values())
        .filter(known -> known.key().equals(state))
        .findFirst()
        .orElse(ReportQuery.State.WAITING);
  }

  Optional<ReportQuery.After> start() {
    String[] parts = is(after).orElse("").split("_", -1);
    try {
      return parts.length == 2
          ? Optional.of(new ReportQuery.After(LocalDate.parse(parts[0]), UUID.fromString(parts[1])))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty(); // a start nobody can read begins at the start
    }
  }

  /** The next page. */
  String after(ReportQuery.After last) { return path(state, last.on() + "_" + last.id()); }

  /** The same list in another state, from its first page. */
  public String inState(String other) {
    return path(other, null);
  }

  private String path(@Nullable String ofState, @Nullable String start) {
    var parts = new LinkedHashMap<String, @Nullable String>();
    parts.put("state", ofState);
    parts.put("kind", kind);
    parts.put("network", network);
    parts.put("of", of);
    parts.put("after", start);
    return "grievances?" + parts.entrySet()
        .stream()
        .filter(part -> is(part.getValue()).isPresent())
        .map(part -> part.getKey() + "="
            + URLEncoder.encode(is(part.getValue()).orElse(""), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Optional<String> is(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty() && text.length() <= 200);
  }
}
