// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Dates as browsers send them. */
final class Dates {
  private static final int MOST_YEARS = 40;

  private Dates() {}

  /** Since when something has been so, if somebody says: today or earlier, at most forty years back. */
  static Optional<LocalDate> since(FormErrors errors, @Nullable String typed, LocalDate today) {
    var day = optional(errors, "since", typed, today.minusYears(MOST_YEARS), LocalDate.MAX);
    if (day.filter(today::isBefore).isPresent()) {
      errors.refuse("since", "form.date.past");
      return Optional.empty();
    }
    return day;
  }

  /** A date that may be left out, within two days inclusive; refused beside its field otherwise. */
  static Optional<LocalDate> optional(FormErrors errors, String field, @Nullable String typed, LocalDate first,
      LocalDate last) {
    String text = errors.optional(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(text);
      if (date.isBefore(first) || date.isAfter(last)) {
        errors.refuse(field, "form.date.range");
        return Optional.empty();
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }
}
