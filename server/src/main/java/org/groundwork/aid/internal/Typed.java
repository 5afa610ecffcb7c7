// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Reads what forms about money have in common. */
record Typed(FormErrors errors, Currency currency, Locale locale) {
  private static final int LONG = 40;

  /** An amount between two bounds, in minor units; empty where it is refused. */
  OptionalLong amount(String field, @Nullable String typed, long least, long most) {
    String text = errors.required(field, typed, LONG);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    var read = Money.read(text, currency, locale).map(Money::minor).filter(minor -> minor >= least && minor <= most);
    if (read.isEmpty()) {
      errors.refuse(field, "aid.amount.wrong");
    }
    return read.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /** A day that may be left out, between two. */
  Optional<LocalDate> day(String field, @Nullable String typed, LocalDate first, LocalDate last) {
    return errors.optionalDay(field, typed, first, last);
  }

  /** An amount as it stands in a form: digits and the locale's decimal sign, without a currency. */
  static String plain(long minor, Currency currency, Locale locale) {
    return new Money(minor, currency).plain(locale);
  }
}
