// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.money;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact amount in the smallest unit of its currency. Never rounded here: what would need rounding is refused.
 *
 * @param minor cents, pence, øre; yen for a currency without a smaller unit
 */
public record Money(long minor, Currency currency) {
  private static final Pattern AMOUNT = Pattern
      .compile("[\\p{Sc}\\p{L}\\s]{0,5}?([0-9][0-9.,'’\\s\\u00a0]*)[\\p{Sc}\\p{L}\\s]{0,5}");
  /** Groups stand apart by one sign and not by two: of two the second is the decimal one, wherever people live. */
  private static final Pattern GROUPED = Pattern
      .compile("[0-9]+\\s*|[0-9]{1,3}([.,'’\\s\\u00a0])[0-9]{3}(?:\\1[0-9]{3})*\\s*");
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  /**
   * Reads an amount as people of {@code locale} type it, with or without the currency's sign. A lone separator followed
   * by one or two digits is taken as the decimal one whatever the locale, because people mix them. Their own decimal
   * separator before three digits is refused where the currency has fewer: 12.500 is a slip for 12.50 as likely as twelve
   * thousand five hundred, and what is guessed here stands in books.
   *
   * @return empty if it is no amount, could be two, has more decimals than the currency, is negative or above a million million
   */
  public static Optional<Money> read(String typed, Currency currency, Locale locale) {
    var amount = AMOUNT.matcher(typed.strip());
    if (!amount.matches() || typed.length() > 40) {
      return Optional.empty();
    }
    String digits = amount.group(1).strip();
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    int after = digits.length() - last - 1;
    boolean oneOrTwo = after == 1 || after == 2;
    boolean ownSeparator = last >= 0
        && digits.charAt(last) == DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    int places = Math.max(0, currency.getDefaultFractionDigits());
    if (ownSeparator && after == 3 && places < 3
        && digits.chars().filter(sign -> sign == '.' || sign == ',').count() == 1) {
      return Optional.empty();
    }
    boolean decimal = last >= 0 && (oneOrTwo || (ownSeparator && (after != 3 || places == 3)));
    String whole = decimal ? digits.substring(0, last) : digits;
    String fraction = decimal ? digits.substring(last + 1) : "";
    if (!GROUPED.matcher(whole).matches() || fraction.length() > places) {
      return Optional.empty();
    }
    String plain = whole.replaceAll("[^0-9]", "");
    var exact = new BigDecimal(fraction.isEmpty() ? plain : plain + "." + fraction);
    return exact.compareTo(MOST) > 0
        ? Optional.empty()
        : Optional.of(new Money(exact.movePointRight(places).longValueExact(), currency));
  }

  /** The amount as people of {@code locale} write it, without decimals where it has none. */
  public String written(Locale locale) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return written(locale, BigDecimal.valueOf(minor, digits).stripTrailingZeros().scale() <= 0 ? 0 : digits);
  }

  /** The same with all decimals of the currency, as amounts stand below one another in a column. */
  public String inColumn(Locale locale) {
    return written(locale, Math.max(0, currency.getDefaultFractionDigits()));
  }

  private String written(Locale locale, int least) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(digits);
    format.setMinimumFractionDigits(least);
    return format.format(BigDecimal.valueOf(minor, digits));
  }

  /** The amount as a form writes it into its own field, without a sign or groups: {@link #read} reads the same again. */
  public String plain(Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    var amount = BigDecimal.valueOf(minor, digits);
    format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() <= 0 ? 0 : digits);
    format.setMaximumFractionDigits(digits);
    return format.format(amount);
  }
}
