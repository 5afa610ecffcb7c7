// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues.internal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.dues.Rate;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what forms about dues have in common. */
final class DuesTyped {
  private DuesTyped() {}

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

  /** A sum in minor units, at least {@code least}; empty, and refused, if it is none. */
  static OptionalLong sum(FormErrors errors, String field, @Nullable String typed, Spelling spelling, long least) {
    String text = errors.required(field, typed, 40);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    var money = Money.read(text, spelling.currency(), spelling.locale())
        .filter(each -> each.minor() >= least && each.minor() <= Rate.MOST);
    if (money.isEmpty()) {
      errors.refuse(field, "form.amount");
      return OptionalLong.empty();
    }
    return OptionalLong.of(money.get().minor());
  }

  /** A part of a hundred with at most {@code places} decimals, in the smallest of them; at most a hundred. */
  static OptionalInt part(@Nullable String typed, int places) {
    String text = typed == null ? "" : typed.strip().replace("%", "").replace(',', '.').strip();
    if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
      return OptionalInt.empty();
    }
    var part = new BigDecimal(text).movePointRight(places).stripTrailingZeros();
    if (part.scale() > 0 || part.compareTo(BigDecimal.TEN.pow(places + 2)) > 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(part.intValueExact());
  }

  /** A part of a hundred as its own field writes it. */
  static String written(int part, int places, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(places);
    return format.format(BigDecimal.valueOf(part, places));
  }

  /** A sum as its own field writes it, to be changed. */
  static String written(long minor, Spelling spelling) {
    return new Money(minor, spelling.currency()).plain(spelling.locale());
  }
}
