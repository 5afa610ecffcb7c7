// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.defence.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what forms about cases have in common. */
final class Typed {
  private static final int FAR = 2;

  private Typed() {}

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  /** A day on which something happened: not one to come. */
  static Optional<LocalDate> past(FormErrors errors, String field, @Nullable String typed, LocalDate today) {
    var day = day(errors, field, typed, true).filter(on -> on.isAfter(today.minusYears(FAR)));
    if (day.isEmpty()) {
      errors.refuse(field, "form.date.range");
    }
    if (day.filter(on -> on.isAfter(today)).isPresent()) {
      errors.refuse(field, "form.date.past");
    }
    return day;
  }

  /** A day from today on that must be there. */
  static Optional<LocalDate> ahead(FormErrors errors, String field, @Nullable String typed, LocalDate today) {
    var day = day(errors, field, typed, true);
    refuseUnless(errors, field, day, today);
    return day;
  }

  /** A day that may be left out, near today on either side: a deadline may have passed when somebody hears of it. */
  static Optional<LocalDate> near(FormErrors errors, String field, @Nullable String typed, LocalDate today,
      boolean needed) {
    var day = day(errors, field, typed, needed);
    if (day.filter(on -> on.isBefore(today.minusYears(1)) || on.isAfter(today.plusYears(FAR))).isPresent()) {
      errors.refuse(field, "form.date.range");
    }
    return day;
  }

  private static void refuseUnless(FormErrors errors, String field, Optional<LocalDate> day, LocalDate today) {
    if (day.filter(on -> on.isBefore(today)).isPresent()) {
      errors.refuse(field, "case.over");
    }
    if (day.filter(on -> on.isAfter(today.plusYears(FAR))).isPresent()) {
      errors.refuse(field, "form.date.range");
    }
  }

  private static Optional<LocalDate> day(FormErrors errors, String field, @Nullable String typed, boolean needed) {
    String text = needed ? errors.required(field, typed, 20) : errors.optional(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }
}
