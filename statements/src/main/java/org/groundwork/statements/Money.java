// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An exact, signed amount.
 *
 * @param minor in minor units of the currency, such as cents; in whole units where it has none, as JPY
 * @param currency its ISO 4217 code, three capital letters; also one that is no longer in use
 */
public record Money(long minor, String currency) {
  /** The longest text that is taken for an amount, in characters. */
  public static final int LONGEST = 40;
  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?|[+-]?\\.[0-9]+");

  /** @throws IllegalArgumentException if the currency is none or has no minor unit by its nature, as gold */
  public Money {
    decimals(currency);
  }

  /**
   * Reads an amount written with a decimal point, and no exponent or grouping.
   *
   * @param text such as {@code -12.50}; zeros behind the currency's last decimal are passed over
   * @param currency its ISO 4217 code
   * @throws IllegalArgumentException with a sentence, if it is no amount, has more decimals than the currency, or more than
   *           18 digits
   */
  public static Money of(String text, String currency) {
    int decimals = decimals(currency);
    if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + shortened(text) + "\" is no amount");
    }
    BigDecimal units = new BigDecimal(text).stripTrailingZeros();
    if (units.scale() > decimals) {
      throw new IllegalArgumentException("the amount " + text + " has more decimals than " + currency + ", which has "
          + decimals);
    }
    BigDecimal minor = units.movePointRight(decimals);
    if (minor.abs().compareTo(BigDecimal.valueOf(999_999_999_999_999_999L)) > 0) {
      throw new IllegalArgumentException("the amount " + text + " has more than 18 digits");
    }
    return new Money(minor.longValueExact(), currency);
  }

  /**
   * How many decimals a currency has, 0 to 4.
   *
   * @throws IllegalArgumentException if it is no currency in which accounts are kept
   */
  public static int decimals(String currency) {
    int decimals;
    try {
      decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("\"" + shortened(currency) + "\" is no currency of ISO 4217", unknown);
    }
    if (decimals < 0) {
      throw new IllegalArgumentException("no account is kept in " + currency);
    }
    return decimals;
  }

  /** The sum with another amount of the same currency; refuses to overflow. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be added");
    }
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** The same amount the other way. */
  public Money negated() { return new Money(Math.negateExact(minor), currency); }

  /** In units with a decimal point, such as {@code -12.50}; without the currency. */
  public String plain() {
    return BigDecimal.valueOf(minor, decimals(currency)).toPlainString();
  }

  @Override
  public String toString() { return plain() + " " + currency; }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
