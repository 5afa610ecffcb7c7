// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.spending.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.ledger.Line;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what forms about money have in common. */
final class SpendingTyped {
  private SpendingTyped() {}

  /** In what money, and in whose spelling. */
  record Spelling(Currency currency, Locale locale) {
    /** A sum as its field writes it, to be changed. */
    String written(long minor) {
      return new Money(minor, currency).plain(locale);
    }
  }

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  static long version(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
  }

  /** A sum of {@code least} minor units at least. */
  static Optional<Long> money(FormErrors errors, String field, @Nullable String typed, Spelling spelling, long least) {
    String text = errors.required(field, typed, 40);
    if (errors.on(field).isPresent()) {
      return Optional.empty();
    }
    var money = Money.read(text, spelling.currency(), spelling.locale())
        .map(Money::minor)
        .filter(minor -> minor >= least && minor <= Line.MOST);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
    }
    return money;
  }

  /** A day that may be left out, within two days inclusive. */
  static Optional<LocalDate> day(FormErrors errors, String field, @Nullable String typed, LocalDate first,
      LocalDate last) {
    String text = errors.optional(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.parse(text);
      if (day.isBefore(first) || day.isAfter(last)) {
        errors.refuse(field,
            day.isAfter(last) && last.isBefore(first.plusYears(50)) ? "spending.day" : "form.date.range");
        return Optional.empty();
      }
      return Optional.of(day);
    } catch (DateTimeParseException notADay) {
      errors.refuse(field, "form.date");
      return Optional.empty();
    }
  }

  /** One of a few words. */
  static <T> Optional<T> choice(FormErrors errors, String field, @Nullable String typed,
      Function<String, Optional<T>> known) {
    var chosen = known.apply(typed == null ? "" : typed);
    if (chosen.isEmpty()) {
      errors.refuse(field, "form.choose");
    }
    return chosen;
  }
}
