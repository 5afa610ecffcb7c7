// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({"12.5,EUR,1250", "-0.01,EUR,-1", "+3,EUR,300", "8.85000,EUR,885", ".5,EUR,50", "5.,EUR,500", "0,EUR,0",
      "-0,EUR,0", "1200,JPY,1200", "1200.000,JPY,1200", "1.234,KWD,1234", "999999999999999999,JPY,999999999999999999",
      "0000000000000000000000000025.00,EUR,2500", "-9999999999999999.99,EUR,-999999999999999999"})
  void isExact(String text, String currency, long minor) {
    Money money = Money.of(text, currency);
    assertThat(money).isEqualTo(new Money(minor, currency));
    assertThat(Money.of(money.plain(), currency)).isEqualTo(money);
  }

  @ParameterizedTest
  @CsvSource({"0.005,EUR,more decimals than EUR", "1.5,JPY,more decimals than JPY", "1.0001,KWD,more decimals",
      "1e5,EUR,is no amount", "'1,5',EUR,is no amount", "--1,EUR,is no amount", "'',EUR,is no amount",
      ".,EUR,is no amount",
      "NaN,EUR,is no amount", "٣,EUR,is no amount", "10000000000000000.00,EUR,more than 18 digits",
      "1,XYZ,is no currency", "1,eur,is no currency", "1,XAU,no account is kept", "1,'',is no currency"})
  void refusesWhatIsNotExact(String text, String currency, String message) {
    assertThatThrownBy(() -> Money.of(text, currency)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void addsOnlyItsOwnKind() {
    assertThat(new Money(5, "EUR").plus(new Money(-7, "EUR"))).isEqualTo(new Money(-2, "EUR"));
    assertThatThrownBy(() -> new Money(5, "EUR").plus(new Money(1, "CHF")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "EUR").plus(new Money(1, "EUR")))
        .isInstanceOf(ArithmeticException.class);
    assertThat(new Money(-1250, "EUR")).hasToString("-12.50 EUR");
  }
}
