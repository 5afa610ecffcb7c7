// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.reinforcement.Reinforcement;
import org.jspecify.annotations.Nullable;

/** Reads what forms about calls have in common. */
final class CallTyped {

  private CallTyped() {}

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  /** A part of town that was read from a field; words without a letter or digit are none. */
  static String area(FormErrors errors, String field, String read) {
    if (!read.isEmpty() && !Reinforcement.isArea(read)) {
      errors.refuse(field, "reinforcement.area.letters");
    }
    return read;
  }

  /** One of an enum's values by its key; refused if it is none of them. */
  static <E extends Enum<E>> Optional<E> choice(FormErrors errors, String field, @Nullable String typed, E[] values) {
    for (E value : values) {
      if (value.name().equalsIgnoreCase(typed == null ? "" : typed.replace('-', '_'))) {
        return Optional.of(value);
      }
    }
    errors.refuse(field, "form.required");
    return Optional.empty();
  }

  /** A day and two hours; hours that end before they begin end on the next day. It must not be over. */
  static Optional<Reinforcement.When> when(FormErrors errors, @Nullable String day, @Nullable String from,
      @Nullable String until, ZoneId zone, Instant now) {
    var on = day(errors, day);
    var begins = time(errors, "from", from);
    var ends = time(errors, "until", until);
    if (on.isEmpty() || begins.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    LocalDate endsOn = ends.get().isAfter(begins.get()) ? on.get() : on.get().plusDays(1);
    var starts = instant(errors, "from", on.get().atTime(begins.get()), zone);
    var over = instant(errors, "until", endsOn.atTime(ends.get()), zone);
    if (over.filter(end -> !end.isAfter(now)).isPresent()) {
      errors.refuse("until", "reinforcement.past");
    }
    return errors.any() || starts.isEmpty() || over.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reinforcement.When(starts.get(), over.get(), zone));
  }

  private static Optional<Instant> instant(FormErrors errors, String field, LocalDateTime local, ZoneId zone) {
    if (zone.getRules().getValidOffsets(local).isEmpty()) {
      errors.refuse(field, "reinforcement.no-such-hour");
      return Optional.empty();
    }
    return Optional.of(local.atZone(zone).toInstant());
  }

  private static Optional<LocalDate> day(FormErrors errors, @Nullable String typed) {
    String text = errors.required("day", typed, 20);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)).filter(day -> inRange(errors, day));
    } catch (DateTimeParseException notADay) {
      errors.refuse("day", "form.date");
      return Optional.empty();
    }
  }

  private static boolean inRange(FormErrors errors, LocalDate day) {
    boolean sane = day.getYear() >= 2000 && day.getYear() <= 2100;
    if (!sane) {
      errors.refuse("day", "form.date.range");
    }
    return sane;
  }

  private static Optional<LocalTime> time(FormErrors errors, String field, @Nullable String typed) {
    String text = errors.required(field, typed, 8);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException notAnHour) {
      errors.refuse(field, "reinforcement.hour");
      return Optional.empty();
    }
  }
}
