// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.treasury.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.ledger.Line;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what the forms and addresses of the books have in common. */
final class Typed {
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2200;

  private Typed() {}

  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed != null && typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty(); // tampered with: as if it said nothing
    }
  }

  /** A month of an address, such as {@code 2026-03}. */
  static Optional<YearMonth> month(@Nullable String typed) {
    try {
      return Optional.ofNullable(typed)
          .filter(text -> text.matches("[0-9]{4}-[0-9]{2}"))
          .map(YearMonth::parse)
          .filter(month -> month.getYear() >= EARLIEST && month.getYear() <= LATEST);
    } catch (DateTimeException notAMonth) {
      return Optional.empty();
    }
  }

  /** A day of an address. */
  static Optional<LocalDate> day(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  /** A day of a form that is today or earlier, in this century. */
  static Optional<LocalDate> past(FormErrors errors, String field, @Nullable String typed, LocalDate today) {
    String text = errors.required(field, typed, 20);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var day = day(text);
    if (day.isEmpty()) {
      errors.refuse(field, "form.date");
    } else if (day.get().isAfter(today)) {
      errors.refuse(field, "form.date.past");
    } else if (day.get().getYear() < 2000) {
      errors.refuse(field, "form.date.range");
    }
    return errors.on(field).isPresent() ? Optional.empty() : day;
  }

  /** An amount above zero, in minor units. */
  static OptionalLong amount(FormErrors errors, String field, @Nullable String typed, Currency currency,
      Locale language) {
    String text = errors.required(field, typed, 40);
    OptionalLong amount = text.isEmpty() ? OptionalLong.empty() : amountIfAny(errors, field, text, currency, language);
    if (amount.isPresent() && amount.getAsLong() == 0) {
      errors.refuse(field, "treasury.amount.none");
    }
    return amount;
  }

  /** An amount that may be left out and may be zero, in minor units. */
  static OptionalLong amountIfAny(FormErrors errors, String field, @Nullable String typed, Currency currency,
      Locale language) {
    String text = errors.optional(field, typed, 40);
    if (text.isEmpty() || errors.on(field).isPresent()) {
      return OptionalLong.empty();
    }
    var money = Money.read(text, currency, language).filter(read -> read.minor() <= Line.MOST);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
    }
    return money.isPresent() ? OptionalLong.of(money.get().minor()) : OptionalLong.empty();
  }
}
