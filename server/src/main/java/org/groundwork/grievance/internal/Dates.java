// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Dates as browsers send them. */
final class Dates {
  private Dates() {}

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
