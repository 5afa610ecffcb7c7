// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.money;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An exact amount in the smallest unit of its currency. Never rounded here: what would need rounding is refused.
 *
 * @param minor cents, pence, øre; yen for a currency without a smaller unit
 */
public record Money(long minor, Currency currency) {
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /**
   * Reads an amount as people of {@code locale} type it, with or without the currency's sign. A lone separator followed
   * by one or two digits is taken as the decimal one whatever the locale, because people mix them.
   *
   * @return empty if it is no amount, has more decimals than the currency, is negative or above a million million
   */
  public static Optional<Money> read(String typed, Currency currency, Locale locale) {
    String digits = typed.replaceAll("[^0-9.,'-]", "").replace("'", "");
    if (!typed.strip().matches("[\\p{Sc}\\p{L}\\s]{0,5}[0-9][0-9.,'\\s]*[\\p{Sc}\\p{L}\\s]{0,5}")
        || digits.length() > 20) {
      return Optional.empty();
    }
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    boolean decimal = last >= 0 && ((digits.length() - last - 1 <= 2 && digits.length() - last - 1 > 0)
        || (digits.charAt(last) == DecimalFormatSymbols.getInstance(locale).getDecimalSeparator()
            && digits.length() - last - 1 != 3));
    String whole = (decimal ? digits.substring(0, last) : digits).replaceAll("[.,]", "");
    String fraction = decimal ? digits.substring(last + 1) : "";
    if (whole.isEmpty() || fraction.length() > Math.max(0, currency.getDefaultFractionDigits())) {
      return Optional.empty();
    }
    var amount = new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction);
    return amount.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(new Money(
            amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits())).longValueExact(), currency));
  }

  /** The amount as people of {@code locale} write it. */
  public String written(Locale locale) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    boolean whole = BigDecimal.valueOf(minor, digits).stripTrailingZeros().scale() <= 0;
    format.setMaximumFractionDigits(digits);
    format.setMinimumFractionDigits(whole ? 0 : digits);
    return format.format(BigDecimal.valueOf(minor, digits));
  }
}
