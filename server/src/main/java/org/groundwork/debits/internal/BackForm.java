// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.groundwork.debits.DebitBacks;
import org.groundwork.debits.Reason;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** How a payment came back, as typed. */
public record BackForm(@Nullable String on, @Nullable String fee, @Nullable String reason) {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final int LONGEST = 40;

  static BackForm blank(LocalDate today) { return new BackForm(today.toString(), "0", ""); }

  /** What the bank took for it, in cents; empty, and refused, if it is none or too much. */
  OptionalLong fee(FormErrors errors, Locale reader) {
    String typed = errors.required("fee", fee, LONGEST);
    if (typed.isEmpty()) {
      return OptionalLong.empty();
    }
    Optional<Money> read = Money.read(typed, EURO, reader).filter(each -> each.minor() >= 0);
    if (read.isEmpty()) {
      errors.refuse("fee", "form.amount");
      return OptionalLong.empty();
    }
    if (read.get().minor() > DebitBacks.MOST_FEE) {
      errors.refuse("fee", "debits.item.fee.high", DebitBacks.MOST_FEE / 100);
      return OptionalLong.empty();
    }
    return OptionalLong.of(read.get().minor());
  }

  /** Why, as the bank says it; empty, and refused, if none of those was chosen. */
  Optional<Reason> reason(FormErrors errors) {
    Optional<Reason> chosen = Reason.RETURNS.stream().filter(each -> each.equals(reason)).findFirst().map(Reason::new);
    if (chosen.isEmpty()) {
      errors.refuse("reason", "debits.item.reason.choose");
    }
    return chosen;
  }
}
