// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.organizing.Fields;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** A new field, as typed; its choices one in a line. */
public record FieldForm(@Nullable String kind, @Nullable String name, @Nullable String purpose,
    @Nullable String choices,
    @Nullable String keptDays, @Nullable String seenBy) {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_DAYS = 3660;

  static FieldForm blank() { return new FieldForm("yes-no", "", "", "", "365", "organisers"); }

  Optional<Fields.Said> read(FormErrors errors) {
    var what = Fields.Kind.of(kind == null ? "" : kind);
    if (what.isEmpty()) {
      errors.refuse("kind", "form.choose");
    }
    var group = Fields.SeenBy.of(seenBy == null ? "" : seenBy);
    if (group.isEmpty()) {
      errors.refuse("seenBy", "form.choose");
    }
    String called = errors.required("name", name, LONGEST_NAME);
    String reason = errors.required("purpose", purpose, 300);
    int days = errors.number("keptDays", keptDays, 1, MOST_DAYS);
    var lines = Stream.of(errors.optional("choices", choices, 1000).split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
    boolean choosing = what.filter(k -> k == Fields.Kind.CHOICE).isPresent();
    if (choosing && (lines.size() < 2 || lines.size() > Fields.MOST_CHOICES
        || lines.stream().anyMatch(line -> line.length() > LONGEST_NAME))) {
      errors.refuse("choices", "fields.choices.range", Fields.MOST_CHOICES, LONGEST_NAME);
    }
    return errors.any()
        ? Optional.empty()
        : Optional.of(new Fields.Said(what.orElseThrow(), called, reason, days,
            group.orElseThrow(), choosing ? lines : List.of()));
  }
}
