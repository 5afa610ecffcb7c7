// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Currency YEN = Currency.getInstance("JPY");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"250|25000", "250.50|25050", "250,5|25050", "1,250|125000",
      "1.250.000|125000000", "1,250.75|125075",
      "1.250,75|125075",
      "$ 99|9900", "€1 000|100000", "1.250,75 €|125075", "0|0"})
  void readsAmountsAsPeopleTypeThem(String typed, long minor) {
    assertThat(Money.read(typed, EURO, Locale.ENGLISH)).contains(new Money(minor, EURO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "five", "1.2.3.4,5,6x", "10000000000000", "3,141592", "12,345.678", "1 234,567",
      "<script>", "1.250", "10.555", "$12.500"})
  void refusesWhatIsNoAmount(String typed) { assertThat(Money.read(typed, EURO, Locale.ENGLISH)).isEmpty(); }

  /** Thousands in one country are a slip of the finger in another. */
  @Test
  void takesThousandsOfTheReadersOwnCountryAndOfNoOther() {
    Locale spain = Locale.of("es");
    assertThat(Money.read("1.250", EURO, spain)).contains(new Money(125_000, EURO));
    assertThat(Money.read("1,250", EURO, spain)).isEmpty();
    assertThat(Money.read("1,250", EURO, Locale.ENGLISH)).contains(new Money(125_000, EURO));
    assertThat(Money.read("12.500", Currency.getInstance("KWD"), Locale.ENGLISH)).as("a dinar has a thousand parts")
        .contains(new Money(12_500, Currency.getInstance("KWD")));
  }

  @Test
  void refusesDecimalsOfACurrencyThatHasNone() {
    assertThat(Money.read("100.50", YEN, Locale.ENGLISH)).isEmpty();
    assertThat(Money.read("100", YEN, Locale.ENGLISH)).contains(new Money(100, YEN));
  }

  @Test
  void writesAnAmountTheWayTheReaderDoes() {
    assertThat(new Money(125075, EURO).written(Locale.US)).isEqualTo("€1,250.75");
    assertThat(new Money(125000, EURO).written(Locale.US)).isEqualTo("€1,250");
  }

  /** What a form writes into its own field comes back as it was, also where a unit has a thousand parts or none. */
  @Test
  void readsWhatItWrites() {
    for (String code : new String[]{"KWD", "TND", "JPY", "EUR", "USD"}) {
      Currency currency = Currency.getInstance(code);
      for (Locale locale : new Locale[]{Locale.ENGLISH, Locale.of("es"), Locale.GERMAN, Locale.FRENCH}) {
        for (long minor : new long[]{0, 1, 10, 999, 1_000, 1_500, 12_500, 1_234_567}) {
          String written = new Money(minor, currency).plain(locale);
          assertThat(Money.read(written, currency, locale)).as("%s as %s in %s", minor, written, locale)
              .contains(new Money(minor, currency));
        }
      }
    }
  }
}
