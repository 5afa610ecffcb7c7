// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid.internal;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.web.View;

/** A page on which amounts stand. */
public interface InMoney extends View {

  /** The currency of the books. */
  Currency currency();

  /** An amount, ready to be shown. */
  default Money money(long minor) { return new Money(minor, currency()); }

  /** A month the way a language writes it. */
  default String month(YearMonth month, Locale locale) {
    return month.format(DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale));
  }
}
