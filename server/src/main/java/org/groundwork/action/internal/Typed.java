// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.action.Action;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what forms about actions have in common. */
final class Typed {
  private static final int MOST_PEOPLE = 100_000;

  private Typed() {}

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  /** A number of people that may be left out; one at least. */
  static OptionalInt people(FormErrors errors, String field, @Nullable String typed) {
    return typed == null || typed.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(errors.number(field, typed, 1, MOST_PEOPLE));
  }

  /** A number of heads that may be left out, and may be none. */
  static OptionalInt heads(FormErrors errors, String field, @Nullable String typed) {
    return typed == null || typed.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(errors.number(field, typed, 0, MOST_PEOPLE));
  }

  /**
   * A day and two hours in a time zone. Hours that end before they begin end on the next day; an hour that the clocks
   * skip that night is refused, because nobody could come then.
   */
  static Optional<Action.When> when(FormErrors errors, @Nullable String day, @Nullable String from,
      @Nullable String until, ZoneId zone) {
    var on = day(errors, "day", day);
    var begins = time(errors, "from", from);
    var ends = time(errors, "until", until);
    if (on.isEmpty() || begins.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    LocalDate endsOn = ends.get().isAfter(begins.get()) ? on.get() : on.get().plusDays(1);
    var starts = instant(errors, "from", on.get().atTime(begins.get()), zone);
    var over = instant(errors, "until", endsOn.atTime(ends.get()), zone);
    if (starts.isEmpty() || over.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Action.When(starts.get(), over.get(), zone));
  }

  private static Optional<Instant> instant(FormErrors errors, String field, LocalDateTime local, ZoneId zone) {
    if (zone.getRules().getValidOffsets(local).isEmpty()) {
      errors.refuse(field, "actions.no-such-hour");
      return Optional.empty();
    }
    return Optional.of(local.atZone(zone).toInstant());
  }

  /** The version that a form was made from; none that ever was if it says nothing. */
  static long version(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
  }

  /** A day that may be left out. */
  static Optional<LocalDate> dayIfAny(FormErrors errors, String field, @Nullable String typed) {
    return typed == null || typed.isBlank() ? Optional.empty() : day(errors, field, typed);
  }

  private static Optional<LocalDate> day(FormErrors errors, String field, @Nullable String typed) {
    String text = errors.required(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() < 2000 || day.getYear() > 2100) {
        errors.refuse(field, "form.date.range");
        return Optional.empty();
      }
      return Optional.of(day);
    } catch (DateTimeParseException notADay) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(FormErrors errors, String field, @Nullable String typed) {
    String text = errors.required(field, typed, 8);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException notAnHour) {
      errors.refuse(field, "actions.hour");
      return Optional.empty();
    }
  }
}
