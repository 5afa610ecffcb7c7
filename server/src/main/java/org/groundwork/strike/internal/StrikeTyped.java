// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what forms about strikes have in common. */
final class StrikeTyped {
  /** The most of a sum, in minor units: what all units of the largest site owe in years stays exact. */
  private static final long MOST = 1_000_000_000_000L;

  private StrikeTyped() {}

  /** In what money, and in whose spelling. */
  record Spelling(Currency currency, Locale locale) {}

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

  static LocalDate later(LocalDate one, LocalDate other) { return one.isAfter(other) ? one : other; }

  static Optional<LocalTime> time(FormErrors errors, String field, @Nullable String typed) {
    String text = errors.required(field, typed, 8);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException notAnHour) {
      errors.refuse(field, "strikes.hour");
      return Optional.empty();
    }
  }

  /** A sum that may be left out. */
  static Optional<Money> optionalMoney(FormErrors errors, String field, @Nullable String typed, Spelling spelling) {
    String text = errors.optional(field, typed, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var money = Money.read(text, spelling.currency(), spelling.locale()).filter(sum -> sum.minor() <= MOST);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
    }
    return money;
  }

  /** A sum above nothing. */
  static Optional<Money> money(FormErrors errors, String field, @Nullable String typed, Spelling spelling) {
    if (errors.required(field, typed, 40).isEmpty()) {
      return Optional.empty();
    }
    var money = optionalMoney(errors, field, typed, spelling);
    if (money.filter(sum -> sum.minor() == 0).isPresent()) {
      errors.refuse(field, "form.amount");
      return Optional.empty();
    }
    return money;
  }

  /** One of a few words. */
  static <T> Optional<T> choice(FormErrors errors, String field, @Nullable String typed,
      Function<String, Optional<T>> known) {
    var chosen = known.apply(typed == null ? "" : typed);
    if (chosen.isEmpty()) {
      errors.refuse(field, "strikes.choose");
    }
    return chosen;
  }

}
