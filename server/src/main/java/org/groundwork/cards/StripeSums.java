// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.util.Currency;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.groundwork.platform.money.Money;

/**
 * Sums as Stripe counts them, after its page "Supported currencies" (docs.stripe.com/currencies): mostly in hundredths; some
 * currencies in whole units; two of those written with two zeros all the same; five in thousandths whose last digit is nought.
 * Nothing is ever rounded: a sum is the same here and there, or there is none.
 */
public final class StripeSums {
  /** The most in Stripe's unit: eight digits. */
  public static final long MOST = 99_999_999;
  private static final Set<String> WHOLE = Set.of("BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF",
      "VND", "VUV", "XAF", "XOF", "XPF");
  private static final Set<String> WHOLE_WITH_ZEROS = Set.of("ISK", "UGX");
  private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private StripeSums() {}

  /** A sum in Stripe's unit, or why there is none. */
  public sealed interface Reckoned {
    /** It is exactly so much there; 1 … {@link StripeSums#MOST}. */
    record Exact(long sum) implements Reckoned {}

    /** Stripe takes only multiples of this many minor units. */
    record Uneven(long step) implements Reckoned {}

    /** It is more than Stripe takes at once: the most, in minor units. */
    record TooMuch(long most) implements Reckoned {}

    /** Nobody said how Stripe counts this currency. */
    record Unknown() implements Reckoned {}
  }

  /** Whether sums in a currency can be said to Stripe. */
  public static boolean knows(Currency currency) {
    return places(currency).isPresent();
  }

  /** A sum above nothing in Stripe's unit. */
  static Reckoned toStripe(Money money) {
    OptionalInt places = places(money.currency());
    if (places.isEmpty()) {
      return new Reckoned.Unknown();
    }
    int digits = money.currency().getDefaultFractionDigits();
    long up = tens(places.getAsInt() - digits);
    long down = tens(digits - places.getAsInt());
    long last = THOUSANDTHS.contains(money.currency().getCurrencyCode()) ? 10 : 1;
    if (money.minor() % (down * last) != 0) {
      return new Reckoned.Uneven(down * last);
    }
    long most = MOST / up * down / last * last;
    return money.minor() > most
        ? new Reckoned.TooMuch(most)
        : new Reckoned.Exact(money.minor() / down * up);
  }

  /** What Stripe says in our minor units; empty where that is no whole number of them, or nobody knows the unit. */
  static OptionalLong fromStripe(long sum, Currency currency) {
    OptionalInt places = places(currency);
    if (places.isEmpty()) {
      return OptionalLong.empty();
    }
    int digits = currency.getDefaultFractionDigits();
    long down = tens(places.getAsInt() - digits);
    return sum % down != 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.multiplyExact(sum / down, tens(digits - places.getAsInt())));
  }

  /** How many decimal places Stripe's unit has. */
  private static OptionalInt places(Currency currency) {
    String code = currency.getCurrencyCode();
    if (WHOLE.contains(code)) {
      return OptionalInt.of(0);
    }
    if (THOUSANDTHS.contains(code)) {
      return OptionalInt.of(3);
    }
    return WHOLE_WITH_ZEROS.contains(code) || currency.getDefaultFractionDigits() == 2
        ? OptionalInt.of(2)
        : OptionalInt.empty();
  }

  private static long tens(int power) {
    long tens = 1;
    for (int i = 0; i < power; i++) {
      tens *= 10;
    }
    return tens;
  }
}
