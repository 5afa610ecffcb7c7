// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what came in a field or an address. */
final class Typed {
  private static final int SHORT = 60;

  private Typed() {}

  /** A version in a hidden field; 0, which no record has, if it was tampered with. */
  static long version(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  /** A day that may be left out, within {@code from} and {@code to}. */
  static Optional<LocalDate> day(FormErrors errors, String field, @Nullable String typed, LocalDate from,
      LocalDate to) {
    String text = errors.optional(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.parse(text);
      if (!day.isBefore(from) && !day.isAfter(to)) {
        return Optional.of(day);
      }
      errors.refuse(field, day.isAfter(to) ? "research.day.late" : "research.day.early");
    } catch (DateTimeParseException e) {
      errors.refuse(field, "research.day.unread");
    }
    return Optional.empty();
  }

  /** An identity in an address; what is none is not found. */
  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
  }

  static String shortened(String text) { return text.length() > SHORT ? text.substring(0, SHORT - 1) + "…" : text; }
}
